import { Component, computed, inject, resource } from '@angular/core';
import type { OwnSession } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { deviceName } from './device-name.js';
import { OwnClient } from './own-client.js';

/** Where one is signed in, and the way to end it there. */
@Component({
  selector: 'fc-own-sessions',
  imports: [Cell, Load, Ready, Shape, Skeleton, Table],
  templateUrl: './own-sessions.html',
})
export class OwnSessions {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(OwnClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);

  protected readonly sessions = resource({ loader: () => this.client.sessions() });
  protected readonly rows = computed(() => (this.sessions.hasValue() ? this.sessions.value() : []));
  protected readonly columns = computed((): Column<OwnSession>[] => [
    { id: 'device', label: this.t('own.device'), text: (one) => deviceName(one.userAgent) },
    {
      id: 'started',
      label: this.t('own.started'),
      text: (one) => this.format.dayTime(one.startedAt),
      sortBy: (one) => one.startedAt,
      firstDirection: 'descending',
      isWideOnly: true,
    },
    {
      id: 'used',
      label: this.t('own.last-used'),
      text: (one) => this.format.dayTime(one.lastUsedAt),
      sortBy: (one) => one.lastUsedAt,
      firstDirection: 'descending',
    },
    { id: 'end', label: this.t('own.end'), isHeadHidden: true, isNumber: true },
  ]);
  protected readonly idOf = (one: OwnSession): string => one.id;
  protected readonly nameOf = (one: OwnSession): string => deviceName(one.userAgent);

  reload(): void {
    this.sessions.reload();
  }

  protected async end({ id, userAgent }: OwnSession): Promise<void> {
    const ending = this.ended(id).then(() =>
      this.toasts.show({ text: 'own.session-ended', values: { device: deviceName(userAgent) } }),
    );
    await this.faults.heed(ending);
    this.reload();
  }

  /** One that has ended by itself in the meantime is what was wanted. */
  private async ended(id: string): Promise<void> {
    try {
      await this.client.endSession(id);
    } catch (error) {
      if (problemOf(error).status !== 404) throw error;
    }
  }
}
