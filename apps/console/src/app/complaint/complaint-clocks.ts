import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { ComplaintClock } from '@forecall/contracts';
import { clockRemainingMs, clockShare, clockState, type ClockState } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Glyph } from '../ui/state/glyph.js';

const glyphs: Record<ClockState, 'usual' | 'watch' | 'alarm' | 'stale'> = {
  running: 'usual',
  watch: 'watch',
  over: 'alarm',
  met: 'usual',
  'met-late': 'watch',
  ended: 'stale',
};

/** What was promised and how much of the time is used: the running clocks, and the last one that was met of each kind. */
@Component({
  selector: 'fc-complaint-clocks',
  imports: [Glyph],
  template: `
    <section class="card" [attr.aria-label]="t('complaint-page.clocks.heading')">
      <div class="card-head">
        <h2>{{ t('complaint-page.clocks.heading') }}</h2>
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
  readonly clocks = input.required<readonly ComplaintClock[]>();

  private readonly now = signal(this.clock.now().getTime());
  protected readonly shown = computed(() =>
    (['acknowledgement', 'answer'] as const).flatMap((kind) => {
      const last = this.clocks().findLast((one) => one.kind === kind);
      return last ? [this.drawn(last)] : [];
    }),
  );

  constructor() {
    const timer = setInterval(() => this.now.set(this.clock.now().getTime()), 30_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private drawn({ id, kind, startedAt, dueSoonAt, dueAt, metAt, endedAt }: ComplaintClock) {
    const at = (instant: string | null) => (instant === null ? null : Date.parse(instant));
    const clock = {
      ...{ startedAt: Date.parse(startedAt), dueSoonAt: Date.parse(dueSoonAt), dueAt: Date.parse(dueAt) },
      ...{ metAt: at(metAt), endedAt: at(endedAt) },
    };
    const state = clockState(clock, this.now());
    const left = clockRemainingMs(clock, this.now());
    const values = { time: this.format.duration(Math.abs(left) / 1000), when: this.format.dayTime(metAt ?? dueAt) };
    return {
      ...{ id, kind, state, glyph: glyphs[state] },
      share: Math.round(clockShare(clock, this.now()) * 100),
      text: this.t(`complaint-page.clocks.state.${state}`, values),
    };
  }
}
