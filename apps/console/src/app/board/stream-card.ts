import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StreamEntry } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Empty } from '../ui/feedback/empty.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import type { IconName } from '../ui/icon/icon-paths.js';
import type { StreamState } from './stream.js';

const shownEntries = 12;
const newForMilliseconds = 60_000;

const channelIcons: Record<string, IconName> = {
  phone: 'phone',
  email: 'mail',
  chat: 'chat',
  message: 'chat',
  visit: 'people',
  letter: 'letter',
  form: 'form',
};

/** Complaints as they arrive. Held, the list stands still and says how many wait on top. */
@Component({
  selector: 'fc-stream-card',
  imports: [Empty, Icon, RouterLink, Skeleton],
  templateUrl: './stream-card.html',
  styleUrl: './stream-card.css',
})
export class StreamCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly clock = inject(ServerClock);
  readonly state = input.required<StreamState | null>();
  readonly error = input<unknown>(null);
  readonly retry = output();

  /** The entries as they were when the list was held; null while it runs. */
  private readonly held = signal<readonly StreamEntry[] | null>(null);
  protected readonly isHeld = computed(() => this.held() !== null);
  protected readonly entries = computed(() => (this.held() ?? this.state()?.entries ?? []).slice(0, shownEntries));
  protected readonly waiting = computed(() => {
    const held = this.held();
    const first = held?.[0];
    if (!held || !this.state()) return 0;
    const index = this.state()?.entries.findIndex((entry) => entry.scope === first?.scope && entry.n === first.n) ?? -1;
    return index < 0 ? (this.state()?.entries.length ?? 0) : index;
  });
  protected readonly outside = computed(() => this.entries().filter(({ isWithinScope }) => !isWithinScope).length);

  protected toggle(): void {
    this.held.update((held) => (held ? null : (this.state()?.entries ?? [])));
  }

  protected nameOf(entry: StreamEntry): string {
    if (!entry.isWithinScope) return this.t('board.customer-hidden');
    return entry.account?.[this.locale()] ?? this.t('board.customer-unknown');
  }

  /** The end of the receiving contact: by it the list is ordered and the receipts have the row. Seconds matter for what came just now; of another day the date says more. */
  protected arrivedAt = ({ endedAt }: StreamEntry): string =>
    this.format.dayOf(endedAt) === this.format.today()
      ? this.format.timeWithSeconds(endedAt)
      : this.format.dateTime(endedAt);
  protected isNew = (entry: StreamEntry): boolean =>
    this.clock.now().getTime() - Date.parse(entry.endedAt) < newForMilliseconds;
  protected iconOf = (entry: StreamEntry): IconName => channelIcons[entry.channel] ?? 'chat';
  protected both = (name: { en: string; zh: string } | null): string => name?.[this.locale()] ?? '';
}
