import { Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';
import type { ComplaintClock, ComplaintDetail } from '@forecall/contracts';
import { clockRemainingMs, clockShare, clockState, type ClockState } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Icon } from '../ui/icon/icon.js';
import { Glyph } from '../ui/state/glyph.js';
import { ComplaintClient } from './complaint-client.js';

const glyphs: Record<ClockState, 'usual' | 'watch' | 'alarm' | 'stale'> = {
  running: 'usual',
  watch: 'watch',
  over: 'alarm',
  paused: 'stale',
  met: 'usual',
  'met-late': 'watch',
  ended: 'stale',
};

/** What was promised and how much of the time is used: the running clocks, and the last one that was met of each kind. */
@Component({
  selector: 'fc-complaint-clocks',
  imports: [Glyph, Icon],
  template: `
    <section class="card" [attr.aria-label]="t('complaint-page.clocks.heading')">
      <div class="card-head">
        <h2>{{ t('complaint-page.clocks.heading') }}</h2>
        @if (isStanding()) {
          <button type="button" class="button small push-end" (click)="runOn()">
            <fc-icon name="play" />{{ t('complaint-page.clocks.run-on') }}
          </button>
        } @else if (mayPause()) {
          <button type="button" class="button small push-end" (click)="pausing.emit()">
            <fc-icon name="pause" />{{ t('complaint-page.clocks.pause') }}
          </button>
        }
      </div>
      <ul>
        @for (clock of shown(); track clock.id) {
          <li [class]="clock.state">
            <fc-glyph [state]="clock.glyph" />
            <b>{{ t('complaint-page.clocks.' + clock.kind) }}</b>
            <span class="small quiet">{{ clock.text }}</span>
            <i class="bar" aria-hidden="true"><i [style.width.%]="clock.share"></i></i>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 12px 14px;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 16px 1fr auto;
      align-items: center;
      gap: 4px 8px;
    }
    .bar {
      grid-column: 2 / -1;
      height: 4px;
      overflow: hidden;
      border-radius: 2px;
      background: var(--fc-surface-sunken);
    }
    .bar i {
      display: block;
      height: 100%;
      background: var(--fc-text-3);
    }
    .watch .bar i {
      background: var(--fc-watch);
    }
    .over .bar i {
      background: var(--fc-alarm);
    }
  `,
})
export class ComplaintClocks {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  private readonly client = inject(ComplaintClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew. */
  readonly changed = input.required<() => void>();
  /** Why must be said, in a form. */
  readonly pausing = output();

  private readonly now = signal(this.clock.now().getTime());
  protected readonly shown = computed(() =>
    (['acknowledgement', 'answer'] as const).flatMap((kind) => {
      const last = this.complaint().clocks.findLast((one) => one.kind === kind);
      return last ? [this.drawn(last)] : [];
    }),
  );

  private readonly mayDirect = computed(() => this.complaint().mayDirect && this.complaint().isOpen);
  protected readonly isStanding = computed(
    () => this.mayDirect() && this.shown().some(({ state }) => state === 'paused'),
  );
  protected readonly mayPause = computed(
    () =>
      this.mayDirect() &&
      this.shown().some(({ allowsPauses, state }) => allowsPauses && (state === 'running' || state === 'watch')),
  );

  constructor() {
    const timer = setInterval(() => this.now.set(this.clock.now().getTime()), 30_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected runOn(): Promise<void> {
    const { id, number, revision } = this.complaint();
    return this.faults.heed(
      this.client.resume(id, revision).then(() => {
        this.toasts.show({ text: 'complaint-page.done.resumed', values: { number } });
        this.changed()();
      }),
    );
  }

  private drawn(told: ComplaintClock) {
    const { id, kind, allowsPauses, startedAt, dueSoonAt, dueAt, metAt, pausedAt, endedAt } = told;
    const at = (instant: string | null) => (instant === null ? null : Date.parse(instant));
    const clock = {
      ...{ startedAt: Date.parse(startedAt), dueSoonAt: Date.parse(dueSoonAt), dueAt: Date.parse(dueAt) },
      ...{ metAt: at(metAt), pausedAt: at(pausedAt), endedAt: at(endedAt) },
    };
    const state = clockState(clock, this.now());
    const left = clockRemainingMs(clock, this.now());
    const values = {
      time: this.format.duration(Math.abs(left) / 1000),
      when: this.format.dayTime(metAt ?? pausedAt ?? dueAt),
    };
    return {
      ...{ id, kind, allowsPauses, state, glyph: glyphs[state] },
      share: Math.round(clockShare(clock, this.now()) * 100),
      text: this.t(`complaint-page.clocks.state.${state}`, values),
    };
  }
}
