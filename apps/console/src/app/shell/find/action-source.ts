import { inject, Service } from '@angular/core';
import type { FindHit, FindSource } from '../../ui/find/find-source.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Appearance } from '../../platform/theme/appearance.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { injectLeave } from '../leave.js';
import { ranked } from './rank.js';

/** What can be done from anywhere. */
@Service()
export class ActionSource implements FindSource {
  readonly title = 'find.actions';
  private readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly locale = inject(Locale);
  private readonly appearance = inject(Appearance);
  private readonly dialogs = inject(Dialogs);
  private readonly leave = injectLeave();

  find(typed: string): FindHit[] {
    return ranked(this.actions(), typed);
  }

  private actions(): FindHit[] {
    const otherLocale = this.locale.name() === 'en' ? 'zh' : 'en';
    const isDark = this.appearance.isDark();
    return [
      ...(this.session.hasRole('rep', 'supervisor', 'head')
        ? [
            {
              id: 'do:written-complaint',
              icon: 'letter' as const,
              label: this.t('page.written-complaint'),
              words: 'complaint by letter e-mail in writing 书面投诉 信函 smts xh',
              link: '/complaints/new',
            },
          ]
        : []),
      {
        id: 'do:locale',
        icon: 'globe',
        label: this.t('find.locale', { language: this.t(`locale.${otherLocale}`) }),
        words: 'language english chinese 语言 中文 英文 yy',
        act: () => this.session.chooseLocale(otherLocale),
      },
      {
        id: 'do:theme',
        icon: isDark ? 'sun' : 'moon',
        label: this.t(isDark ? 'find.light' : 'find.dark'),
        words: 'theme light dark 主题 浅色 深色 zt',
        act: () => this.appearance.theme.set(isDark ? 'light' : 'dark'),
      },
      {
        id: 'do:density',
        icon: 'density',
        label: this.t(this.appearance.density.value() === 'cosy' ? 'find.compact' : 'find.cosy'),
        words: 'density rows compact cosy 密度 紧凑 md',
        act: () => this.appearance.density.set(this.appearance.density.value() === 'cosy' ? 'compact' : 'cosy'),
      },
      {
        id: 'do:keys',
        icon: 'keyboard',
        label: this.t('keys.list'),
        words: 'keyboard shortcuts help 快捷键 kjj',
        press: '?',
        act: async () => {
          const { KeysList } = await import('../keys-list/keys-list.js');
          this.dialogs.open(KeysList);
        },
      },
      {
        id: 'do:sign-out',
        icon: 'sign-out',
        label: this.t('you.sign-out'),
        words: 'log out leave 退出 tc',
        act: this.leave,
      },
    ];
  }
}
