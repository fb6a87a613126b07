import { Component, computed, input, output } from '@angular/core';
import type { ComplaintDetail } from '@forecall/contracts';
import type { ComplaintStep } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import type { StepEntry } from './step-entry.js';

interface Row {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string | undefined;
}

/** Somebody saved while one was writing: both versions, and which to keep. Nothing typed is lost before one chooses. */
@Component({
  selector: 'fc-stale-choice',
  imports: [Glyph],
  template: `
    <div class="body" role="alert">
      <b class="row"><fc-glyph state="watch" />{{ t('complaint-page.stale.heading') }}</b>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">{{ t('complaint-page.stale.theirs') }}</th>
            <th scope="col">{{ t('complaint-page.stale.mine') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.label) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              <td>{{ row.theirs || '–' }}</td>
              <td>{{ row.mine ?? t('complaint-page.stale.untouched') }}</td>
            </tr>
          }
        </tbody>
      </table>
      <div class="row wrap">
        @if (mayKeep()) {
          <button type="button" class="button primary" (click)="mineKept.emit()">
            {{ t('complaint-page.stale.keep') }}
          </button>
        } @else {
          <p class="quiet small">{{ t('complaint-page.stale.passed') }}</p>
        }
        <button type="button" class="button" (click)="theirsTaken.emit()">{{ t('complaint-page.stale.take') }}</button>
      </div>
    </div>
  `,
  styles: `
    .body {
      display: grid;
      gap: 12px;
      padding: 14px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 4px 8px 4px 0;
      text-align: start;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    th {
      color: var(--fc-text-3);
      font-weight: var(--fc-weight-normal);
    }
  `,
})
export class StaleChoice {
  protected readonly t = injectTexts();
  readonly before = input.required<ComplaintDetail>();
  readonly theirs = input.required<ComplaintDetail>();
  readonly step = input.required<ComplaintStep>();
  readonly mine = input.required<StepEntry>();
  readonly mineKept = output();
  readonly theirsTaken = output();

  protected readonly mayKeep = computed(() => this.theirs().possibleSteps.includes(this.step()));

  protected readonly rows = computed((): Row[] => {
    const [theirs, mine, before] = [this.theirs(), this.mine(), this.before()];
    const said = (name: string, value: string | null) =>
      value === null ? '' : this.t(`complaint-page.${name}.${value}`);
    const isAssessing = this.step() === 'assessed';
    const isDeciding = this.step() === 'decided' || this.step() === 'closed';
    const rows: (Row & { readonly isChanged: boolean })[] = [
      {
        label: this.t('complaint-page.stale.stage'),
        theirs: said('step', theirs.stage),
        mine: said('step', this.step()),
        isChanged: true,
      },
      {
        label: this.t('complaint-page.severity.label'),
        theirs: said('severity', theirs.severity),
        mine: isAssessing ? said('severity', mine.severity) : undefined,
        isChanged: theirs.severity !== before.severity || isAssessing,
      },
      {
        label: this.t('complaint-page.impact.label'),
        theirs: said('impact', theirs.impact),
        mine: isAssessing ? said('impact', mine.impact) : undefined,
        isChanged: theirs.impact !== before.impact || isAssessing,
      },
      {
        label: this.t('complaint-page.need.label'),
        theirs: said('need', theirs.needForAction),
        mine: isAssessing ? said('need', mine.needForAction) : undefined,
        isChanged: theirs.needForAction !== before.needForAction || isAssessing,
      },
      {
        label: this.t('complaint-page.decision.label'),
        theirs: said('decision', theirs.decision),
        mine: isDeciding ? said('decision', mine.decision) : undefined,
        isChanged: theirs.decision !== before.decision || isDeciding,
      },
      {
        label: this.t('complaint-page.owner'),
        theirs: theirs.owner?.name ?? this.t('complaint-page.queue'),
        mine: undefined,
        isChanged: theirs.owner?.id !== before.owner?.id,
      },
    ];
    return rows.filter(({ isChanged }) => isChanged);
  });
}
