import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox } from '@angular/cdk/menu';
import { Component, computed, effect, inject, resource, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { NotificationEntry } from '@forecall/contracts';
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
import { toldSentence, toldTitle } from './told-text.js';

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
  private readonly telling = computed(() => ({ say: this.t, locale: this.locale(), format: this.format }));
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

  protected readonly titleOf = (told: NotificationEntry): string => toldTitle(told, this.telling());

  protected readonly sentenceOf = (told: NotificationEntry): string => toldSentence(told, this.telling());

  /** What is done is grave no more. */
  protected isGrave = ({ kind, isOver }: NotificationEntry): boolean =>
    !isOver && (kind === 'duty-due' || kind === 'duty-gone-up');

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
