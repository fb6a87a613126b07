import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Live } from '../platform/live/live.js';
import { mediaMatches } from '../platform/media/media-matches.js';
import { describePage } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { PromisesCard } from '../promises/index.js';
import { Banner } from '../ui/feedback/banner.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { type Tab, Tabs } from '../ui/tabs/tabs.js';
import { AccountFile } from './account-file.js';
import { AccountTask } from './account-task.js';
import { ClassCard } from './care/class-card.js';
import { TermsCard } from './care/terms-card.js';
import { NextCallCard } from './cadence/next-call-card.js';
import { OpenComplaintsCard } from './overview/open-complaints-card.js';
import { PeopleCard } from './people/people-card.js';
import { TrainingCard } from './training/training-card.js';
import { TrainingFile } from './training/training-file.js';

/** One account: how it is cared for, who decides there, and everything that happened. */
@Component({
  selector: 'fc-account-page',
  imports: [
    AccountTask,
    Banner,
    ClassCard,
    Icon,
    Load,
    NextCallCard,
    OpenComplaintsCard,
    PeopleCard,
    PromisesCard,
    Ready,
    RouterLink,
    RouterOutlet,
    Shape,
    Skeleton,
    Tabs,
    TermsCard,
    TrainingCard,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
  providers: [AccountFile, TrainingFile],
})
export class AccountPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly session = inject(Session);
  protected readonly file = inject(AccountFile);
  readonly id = input.required<string>();
  /** What is beside the page stands under it; the next call above. */
  protected readonly isNarrow = mediaMatches('(max-width: 1100px)');

  protected readonly otherName = computed(() => {
    const { name, nameZh } = this.file.account() ?? {};
    return this.locale() === 'zh' ? (nameZh ? name : '') : nameZh;
  });
  protected readonly support = computed(() =>
    (this.file.account()?.support ?? []).map(({ name }) => name).join(this.t('ui.list-comma')),
  );
  protected readonly mayLog = computed(() => this.session.hasRole('rep'));
  protected readonly tabs = computed((): Tab[] => {
    const at = `/accounts/${this.id()}`;
    const accountId = { accountId: this.id() };
    return [
      { label: this.t('account.tab.overview'), link: at },
      { label: this.t('account.tab.training'), link: `${at}/training` },
      ...(this.file.inside() ? [{ label: this.t('account.tab.dossier'), link: `${at}/dossier` }] : []),
      ...(this.session.hasRole('rep', 'supervisor', 'head')
        ? [
            { label: this.t('account.tab.contacts'), link: '/contacts', query: accountId },
            { label: this.t('account.tab.complaints'), link: '/complaints', query: { ...accountId, state: 'all' } },
          ]
        : []),
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.file.id.set(id));
    });
    describePage(() => {
      const account = this.file.account();
      return {
        title: account && this.nameOf(account),
        parent: { title: this.t('page.accounts'), link: '/accounts' },
      };
    });
    const live = inject(Live);
    effect(() => {
      if (live.returns() > 0) untracked(this.file.changed);
    });
  }
}
