import { Component, computed, inject, input } from '@angular/core';
import type { AccountHealthReply } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { injectEvidenceWords } from './evidence-words.js';
import { healthSum, takenPoints } from './health-sum.js';

/** What the health of an account is made of: what takes points first, what has no data last, each with its evidence. */
@Component({
  selector: 'fc-health-signals',
  template: `
    <p class="small quiet">{{ t('health.made-of', { sum: sum() }) }}</p>
    <table>
      <caption class="visually-hidden">
        {{
          t('health.heading')
        }}
      </caption>
      <tbody>
        @for (one of signals(); track one.signal) {
          <tr [class.takes]="one.points > 0">
            <th scope="row">{{ t('health.signal.' + one.signal) }}</th>
            <td class="points">{{ one.hasData ? points(one.points) : '–' }}</td>
            <td>{{ evidence(one) }}</td>
          </tr>
        }
      </tbody>
    </table>
    <p class="small faint">{{ t('health.as-of', { time: format.dayTime(health().asOf) }) }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    th,
    td {
      padding: 4px 14px 4px 0;
      border-top: 1px solid var(--fc-line);
      color: var(--fc-text-2);
      font-size: var(--fc-text-body);
      font-weight: var(--fc-weight-normal);
      text-align: start;
      vertical-align: top;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    th {
      width: 34%;
    }
    .points {
      width: 48px;
      text-align: end;
      white-space: nowrap;
    }
    .takes > * {
      color: var(--fc-text);
    }
    .takes .points {
      font-weight: var(--fc-weight-strong);
    }
  `,
})
export class HealthSignals {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly evidence = injectEvidenceWords();
  readonly health = input.required<AccountHealthReply>();

  protected readonly signals = computed(() =>
    this.health().signals.toSorted((a, b) => b.points - a.points || Number(b.hasData) - Number(a.hasData)),
  );

  protected readonly sum = computed(() => healthSum(this.health()));
  protected readonly points = takenPoints;
}
