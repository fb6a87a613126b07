import { computed, inject, type Signal } from '@angular/core';
import type { ControlChart, ControlChartPoint } from '@forecall/contracts';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { toCsv } from '../ui/table/csv.js';
import type { Column } from '../ui/table/table.js';
import { ChartWords } from './chart-words.js';

/** In a component's field: the same numbers as the chart, as the columns of a table. */
export function injectChartColumns(chart: Signal<ControlChart>): Signal<Column<ControlChartPoint>[]> {
  const t = injectTexts();
  const format = inject(Formats);
  const figures = inject(FigureTexts);
  const words = inject(ChartWords);
  const number = { isNumber: true };
  const onWideScreens = { isNumber: true, isWideOnly: true };
  return computed(() => {
    const of = chart();
    return [
      { id: 'from', label: t(`control-charts.grain.${of.by}`), text: (point) => words.name(of, point), isTight: true },
      { id: 'k', label: t('control-charts.numerator'), ...number, text: ({ numerator }) => format.count(numerator) },
      { id: 'n', label: 'n', ...number, text: ({ denominator }) => format.count(denominator) },
      {
        id: 'value',
        label: t('control-charts.value'),
        ...number,
        text: ({ value }) => figures.value(of.metric, value),
      },
      {
        ...{ id: 'usual', label: t('control-charts.usual-head'), ...onWideScreens },
        text: ({ centre }) => (centre === null ? '' : figures.value(of.metric, centre)),
      },
      {
        id: 'limits',
        label: t('control-charts.limits'),
        ...onWideScreens,
        isTight: true,
        text: (point) => words.limits(of, point),
      },
      {
        ...{ id: 'reading', label: t('control-charts.reading') },
        text: (point) => words.brief(of, point),
      },
    ];
  });
}

/** Unrounded, for other programs. */
export const chartCsv = ({ points }: Pick<ControlChart, 'points'>): string =>
  toCsv([
    ['from', 'to', 'numerator', 'denominator', 'value', 'centre', 'lower', 'upper', 'phase', 'rules', 'excluded'],
    ...points.map(({ from, to, numerator, denominator, value, centre, lower, upper, phase, rules, excluded }) => [
      ...[from, to, numerator, denominator, value, centre, lower, upper, phase + 1, rules.join(' '), excluded],
    ]),
  ]);
