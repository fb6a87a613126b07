import { Component, computed, inject, input, output } from '@angular/core';
import type { ChartBaseline, ControlChart } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { formatFixed } from '../platform/format/rate.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { ChartWords } from './chart-words.js';

/** From how many points limits can be relied on. */
const enoughPoints = 20;

interface Line {
  readonly key: string;
  readonly baseline: ChartBaseline | null;
  readonly heading: string;
  readonly reason: string;
  readonly facts: string;
  readonly told: string;
  /** Replaced or undone. */
  readonly isOver: boolean;
}

/** The stretches with limits of their own: since when, why, of which days; and what begins or ends one. */
@Component({
  selector: 'fc-chart-phases-card',
  imports: [Icon, KeyCaps],
  template: `
    <section class="card" aria-labelledby="chart-phases">
      <div class="card-head">
        <h2 id="chart-phases">{{ t('control-charts.phases') }}</h2>
      </div>
      @if (chart().mayChange) {
        <div class="acts">
          <button type="button" class="button small" (click)="restarting.emit()">
            {{ t('control-charts.restart') }}<fc-key-caps press="r" />
          </button>
          <button type="button" class="button small" (click)="freezing.emit()">
            {{ t('control-charts.freeze') }}<fc-key-caps press="f" />
          </button>
        </div>
      }
      <ul>
        @for (line of lines(); track line.key) {
          <li [class.over]="line.isOver">
            <div class="grow">
              <b>{{ line.heading }}</b>
              @if (line.reason) {
                <span class="reason">{{ line.reason }}</span>
              }
              @if (line.facts) {
                <span class="small quiet">{{ line.facts }}</span>
              }
              @if (line.told) {
                <span class="small faint">{{ line.told }}</span>
              }
            </div>
            @if (line.baseline; as one) {
              @if (chart().mayChange && one.state !== 'undone') {
                <button
                  type="button"
                  class="button quiet small"
                  [attr.aria-label]="t('control-charts.undo-of', { phase: line.heading })"
                  (click)="undone.emit(one)"
                >
                  <fc-icon name="undo" />{{ t('control-charts.undo') }}
                </button>
              }
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      padding: 10px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    li {
      display: flex;
      gap: 8px;
      align-items: start;
      padding: 9px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    li > div > * {
      display: block;
      overflow-wrap: anywhere;
    }
    .over b,
    .over .reason {
      color: var(--fc-text-3);
      font-weight: var(--fc-weight-normal);
      text-decoration: line-through;
    }
  `,
})
export class ChartPhasesCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly words = inject(ChartWords);
  readonly chart = input.required<ControlChart>();
  readonly restarting = output();
  readonly freezing = output();
  readonly undone = output<ChartBaseline>();

  /** The newest first; what was there before anybody set one, last. */
  protected readonly lines = computed((): Line[] => {
    const { baselines, phases } = this.chart();
    const first = phases.find(({ baselineId }) => baselineId === null);
    return [
      ...baselines.map((one) => this.lineOf(one)),
      ...(first
        ? [
            {
              ...{ key: 'first', baseline: null, isOver: false, reason: '', told: '' },
              heading: this.t('control-charts.before-any'),
              facts: this.factsOf(null),
            },
          ]
        : []),
    ];
  });

  private lineOf(baseline: ChartBaseline): Line {
    const { id, from, days, reason, by, at, state, undone } = baseline;
    const heading =
      days === null
        ? this.t('control-charts.since', { day: this.format.day(from) })
        : this.t('control-charts.frozen', {
            ...{ from: this.format.day(from), to: this.format.day(addDays(from, days - 1)) },
          });
    const set = this.t('control-charts.set-by', { name: by, when: this.format.shortDateTime(at) });
    const over = undone
      ? this.t('control-charts.undone-by', { name: undone.by, when: this.format.shortDateTime(undone.at) })
      : state === 'replaced'
        ? this.t('control-charts.replaced')
        : '';
    return {
      ...{
        key: id,
        baseline,
        heading,
        reason: this.words.reason(reason),
        facts: this.factsOf(id),
        isOver: state !== 'in-force',
      },
      told: [set, over].filter(Boolean).join(' · '),
    };
  }

  /** What its limits are made of, where it is one of the phases that are shown. */
  private factsOf(baselineId: string | null): string {
    const { phases, metric, by } = this.chart();
    const phase = phases.find((one) => one.baselineId === baselineId);
    if (!phase || phase.centre === null) return '';
    const { baselinePoints, sigmaZ } = phase;
    return [
      this.t(`control-charts.usual-from-${by}`, {
        ...{ usual: this.figures.value(metric, phase.centre), count: baselinePoints },
      }),
      ...(sigmaZ > 1 ? [this.t('control-charts.wider', { times: formatFixed(sigmaZ, 2) })] : []),
      ...(baselinePoints < enoughPoints ? [this.t('control-charts.provisional')] : []),
    ].join(' · ');
  }
}
