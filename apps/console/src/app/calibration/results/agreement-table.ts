import { Component, computed, inject, input } from '@angular/core';
import type { CalibrationResults } from '@forecall/contracts';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Whisker } from '../../ui/figure/whisker.js';
import { State } from '../../ui/state/state.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { type AgreementRow, agreementRows, boundsText, coefficientText, limit, verdictOf } from './agreement-rows.js';

/** Each item with the share of agreeing marks, the coefficients, and what can be said of it. */
@Component({
  selector: 'fc-agreement-table',
  imports: [Cell, State, Table, Whisker],
  templateUrl: './agreement-table.html',
  styleUrl: './agreement-table.css',
})
export class AgreementTable {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  readonly results = input.required<CalibrationResults>();

  protected readonly rows = computed(() => agreementRows(this.results()));
  protected readonly limit = limit;
  protected readonly scale = { from: 0, to: 1 };
  protected readonly verdict = verdictOf;
  protected readonly digits = coefficientText;
  protected readonly idOf = ({ id }: AgreementRow): string => id;
  private readonly hasReference = computed(() => this.rows().some(({ asReference }) => asReference !== null));
  protected readonly columns = computed((): Column<AgreementRow>[] => [
    { id: 'item', label: this.t('calibration.item') },
    { id: 'verdict', label: this.t('calibration.verdict.label'), isWideOnly: true },
    { id: 'ac1', label: this.t('calibration.ac1') },
    { id: 'raw', label: this.t('calibration.raw'), isNumber: true, isTight: true, isWideOnly: true },
    { id: 'n', label: 'n', isNumber: true, isWideOnly: true, text: ({ n }) => this.format.count(n) },
    { id: 'kappa', label: this.t('calibration.kappa'), isNumber: true, isTight: true, isWideOnly: true },
    { id: 'alpha', label: this.t('calibration.alpha'), isNumber: true, isTight: true, isWideOnly: true },
    ...(this.hasReference()
      ? [
          {
            ...{ id: 'reference', label: this.t('calibration.as-reference'), isNumber: true, isTight: true },
            ...{ isWideOnly: true },
            text: ({ asReference: one }: AgreementRow) => (one ? this.format.countOver(one.same, one.n) : '–'),
          },
        ]
      : []),
  ]);

  protected name({ id, name }: AgreementRow): string {
    return name ? this.said(name) : this.t(`calibration.row.${id}`);
  }

  protected bounds(figure: AgreementRow['ac1'] | null): string {
    return boundsText(figure, (low, high) => this.t('calibration.bounds', { low, high }));
  }
}
