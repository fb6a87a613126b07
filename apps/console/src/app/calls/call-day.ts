import { computed, DestroyRef, effect, inject, Injectable, resource, signal, untracked } from '@angular/core';
import type { CallOfMyDay, CallsOfDay } from '@forecall/contracts';
import { formatDate, formatEndTime, formatTime, formatZone, type Instant } from '../platform/format/moment.js';
import { Locale } from '../platform/i18n/locale.js';
import { Live } from '../platform/live/live.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Waiting } from '../platform/live/waiting.js';
import { Session } from '../platform/session/session.js';
import { kept } from '../ui/feedback/kept.js';
import { CallsClient } from './calls-client.js';
import { type CallGroup, groupsOf } from './list/call-groups.js';
import { CallOutbox } from './wrap/call-outbox.js';

const tickMilliseconds = 5_000;
const reloadMilliseconds = 60_000;

/** The calls of one caller and day as they stand at this moment, for all parts of the page: provided by it. */
@Injectable()
export class CallDay {
  private readonly client = inject(CallsClient);
  private readonly session = inject(Session);
  private readonly clock = inject(ServerClock);
  private readonly locale = inject(Locale).name;
  private readonly outbox = inject(CallOutbox);
  /** Set by the page, from the address; undefined: one's own. */
  readonly staffId = signal<string | undefined>(undefined);
  /** A call that is shown too, whatever its day. */
  readonly alsoId = signal<string | undefined>(undefined);
  private last: { readonly staffId: string | undefined; readonly day: CallsOfDay } | undefined;
  readonly loaded = kept(
    resource({
      params: () => ({ staffId: this.staffId(), callId: this.alsoId() }),
      loader: ({ params }) => this.load(params),
    }),
  );
  readonly nowMs = signal(this.clock.now().getTime());

  /** Only the caller makes calls; who leads them reads and moves. */
  readonly isOwn = computed(() => {
    const staffId = this.staffId();
    return staffId === undefined || staffId === this.session.me()?.staffId;
  });
  private readonly shown = computed(() => {
    const day = this.loaded.value();
    return day && this.last?.staffId === this.staffId() ? day : undefined;
  });
  readonly calls = computed(() => this.shown()?.calls ?? []);
  readonly zone = computed(() => this.shown()?.zone ?? this.session.me()?.organisation.zone ?? 'UTC');
  readonly day = computed(() => this.shown()?.day ?? null);
  /** Made, and not sent yet. */
  readonly saved = computed(() => new Set(this.outbox.waiting().map(({ callId }) => callId)));
  readonly moment = computed(() => ({ nowMs: this.nowMs(), today: this.day() }));
  readonly groups = computed(() => groupsOf(this.calls(), { ...this.moment(), saved: this.saved() }));
  /** Those of a later day do not count. */
  readonly count = computed(() => this.calls().length - this.ahead());
  readonly ahead = computed(() => this.countOf('ahead'));
  readonly done = computed(() => this.countOf('done'));
  /** As they stand below each other. */
  readonly inOrder = computed(() => this.groups().flatMap(({ calls }) => calls));

  readonly time = (at: Instant): string => formatTime(at, this.zone());
  /** A midnight is 24:00 of the day that it ends. */
  readonly endTime = (at: Instant): string => formatEndTime(at, this.zone());
  readonly date = (at: Instant): string => formatDate(at, this.zone(), this.locale(), this.clock.now());
  readonly zoneName = (zone: string): string => formatZone(zone, this.locale());
  /** What the clock shows where they are; empty where it shows the same as the caller's. */
  readonly timeThere = ({ zone }: Pick<CallOfMyDay, 'zone'>): string => {
    const there = zone === null ? '' : formatTime(this.nowMs(), zone);
    return there === this.time(this.nowMs()) ? '' : there;
  };

  constructor() {
    const timers = [
      setInterval(() => this.nowMs.set(this.clock.now().getTime()), tickMilliseconds),
      setInterval(() => this.reload(), reloadMilliseconds),
    ];
    const page = new AbortController();
    addEventListener('focus', () => this.reload(), page);
    inject(DestroyRef).onDestroy(() => {
      timers.forEach(clearInterval);
      page.abort();
    });
    const [live, waiting] = [inject(Live), inject(Waiting)];
    // The plan was made anew, a leader moved a call, or one's own entry has arrived.
    effect(() => {
      if (live.returns() + waiting.changes() + this.outbox.storedCount() > 0) untracked(() => this.reload());
    });
  }

  readonly reload = (): void => {
    this.nowMs.set(this.clock.now().getTime());
    this.loaded.reload();
  };

  private countOf(group: CallGroup): number {
    return this.groups()
      .filter((one) => one.group === group)
      .reduce((sum, { calls }) => sum + calls.length, 0);
  }

  /** A list that is there stays while the line is not: one goes on calling by it. */
  private async load(whose: { staffId: string | undefined; callId: string | undefined }): Promise<CallsOfDay> {
    const { staffId } = whose;
    try {
      const day = await this.client.day(whose);
      this.last = { staffId, day };
      return day;
    } catch (error) {
      if (this.last && this.last.staffId === staffId) return this.last.day;
      throw error;
    }
  }
}
