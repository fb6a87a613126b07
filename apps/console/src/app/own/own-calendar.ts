import { Component, inject, resource, signal } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { ShownOnce } from '../ui/once/shown-once.js';
import { OwnClient } from './own-client.js';

/** The link by which one's own calendar, on a telephone or elsewhere, reads the calls that are planned for one. */
@Component({
  selector: 'fc-own-calendar',
  imports: [Load, Ready, Shape, ShownOnce, Skeleton],
  templateUrl: './own-calendar.html',
})
export class OwnCalendar {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(OwnClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);

  protected readonly feed = kept(resource({ loader: () => this.client.calendarFeed() }));
  /** Of the link made just now; empty: none was. */
  protected readonly address = signal('');
  protected readonly isBusy = signal(false);

  protected make(): Promise<void> {
    return this.act(async () => this.address.set((await this.client.makeCalendarFeed()).address));
  }

  protected revoke(): Promise<void> {
    return this.act(async () => {
      await this.client.revokeCalendarFeed();
      this.address.set('');
      this.toasts.show({ text: 'own.calendar.revoked' });
    });
  }

  private async act(what: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    await this.faults.heed(what());
    this.isBusy.set(false);
    this.feed.reload();
  }
}
