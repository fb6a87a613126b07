import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox } from '@angular/cdk/menu';
import { Component, computed, effect, inject, resource, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { NotificationEntry } from '@forecall/contracts';
import { dutyTitle, subjectOf } from '../../platform/duty/duty-text.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Faults } from '../../platform/notice/faults.js';
import { SourceLink } from '../../platform/page/source-link.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { MenuAnchor } from '../../ui/menu/menu-anchor.js';
import { Glyph } from '../../ui/state/glyph.js';
import { type BellGroup, bellGroups } from './bell-groups.js';
import { Chime } from './chime.js';
import { NotificationsClient } from './notifications-client.js';

/** What one was told, by thing; each opens what it is about and is read then. */
@Component({
  selector: 'fc-bell-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, Glyph, Icon, Load, MenuAnchor, Ready, Shape, Skeleton],
  templateUrl: './bell-menu.html',
  styleUrl: './bell-menu.css',
})
export class BellMenu {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(NotificationsClient);
  private readonly waiting = inject(Waiting);
  private readonly sources = inject(SourceLink);
  private readonly router = inject(Router);
  private readonly faults = inject(Faults);
  protected readonly chime = inject(Chime);

  protected readonly found = kept(resource({ loader: () => this.client.list() }));
  protected readonly groups = computed(() => bellGroups(this.found.value()?.notifications ?? []));
  protected readonly hasUnread = computed(() => this.groups().some(({ isUnread }) => isUnread));

  constructor() {
    effect(() => {
      if (this.waiting.changes() > 0) untracked(() => this.found.reload());
    });
  }

  protected titleOf({ kind, parameters }: NotificationEntry): string {
    if (kind === 'appraisal-signed') return this.t('page.appraisals');
    if (kind === 'upward-asked') return this.t('page.upward');
    if (kind === 'alarm-raised') return this.t('bell.alarm', { department: this.inLocale(parameters, 'department') });
    const name = parameters['report'] ?? parameters['campaign'];
    if (name !== undefined) return name;
    const ofOther = kind === 'duty-gone-up' ? (parameters['owner'] ?? null) : null;
    return dutyTitle({ kind: parameters['duty'] ?? 'by-hand', parameters, ofOther }, this.t, this.locale());
  }

  protected sentenceOf(told: NotificationEntry): string {
    const { parameters, kind } = told;
    if (kind === 'alarm-raised') return this.riseOf(parameters);
    const due = parameters['dueAt'] ? this.format.due(parameters['dueAt']) : '';
    const subject = subjectOf({ parameters }, this.locale());
    return [
      subject,
      this.t(`told.${kind}`, {
        ...{ due, owner: parameters['owner'] ?? '', people: parameters['people'] || '–' },
        ...{ exams: parameters['exams'] ?? '', subject: parameters['subject'] ?? '' },
        period: this.inLocale(parameters, 'period'),
      }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Since when, how many, and what explains most of it; the numbers may not have been known yet. */
  private riseOf(parameters: NotificationEntry['parameters']): string {
    const { since, complaints, contacts, expected, factorComplaints } = parameters;
    const said = [this.t('told.alarm-raised', { since: since ? this.format.dayTime(since) : '' })];
    if (complaints && contacts && expected)
      said.push(this.t('told.alarm-raised-numbers', { complaints, contacts, expected }));
    const factor = this.inLocale(parameters, 'factor');
    if (factor && factorComplaints)
      said.push(this.t('told.alarm-raised-reason', { complaints: factorComplaints, factor }));
    return said.join(this.locale() === 'zh' ? '' : ' ');
  }

  private inLocale(parameters: NotificationEntry['parameters'], name: string): string {
    return (this.locale() === 'zh' && parameters[`${name}Zh`]) || (parameters[name] ?? '');
  }

  protected isGrave = ({ kind }: NotificationEntry): boolean => kind === 'duty-due' || kind === 'duty-gone-up';

  protected async open({ thing, newest }: BellGroup): Promise<void> {
    await this.faults.heed(this.client.read({ until: newest.at, thing }));
    const source = this.sources.of(newest.source);
    // A promise has a place of its own, where it is worked on.
    const isWorkedOnThere = newest.source?.entity === 'promise' && source !== null;
    if (newest.dutyId !== null && !isWorkedOnThere)
      await this.router.navigate(['/day'], { queryParams: { duty: newest.dutyId } });
    else if (source) await this.router.navigateByUrl(source);
  }

  protected async readAll(): Promise<void> {
    const newest = this.found.value()?.notifications[0];
    if (newest) await this.faults.heed(this.client.read({ until: newest.at }));
  }
}
