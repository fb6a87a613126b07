import { computed, inject, type Signal } from '@angular/core';
import type { ReportRow } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { type Answered, isEnough, writtenAs } from './answered.js';
import { KeyTexts } from './key-texts.js';

/** In a component's field: what a report shows, in a sentence: the whole, the lowest and the highest of its groups. */
export function injectFinding(answered: Signal<Answered>): Signal<string> {
  const t = injectTexts();
  const figures = inject(FigureTexts);
  const keys = inject(KeyTexts);
  const format = inject(Formats);
  return computed(() => {
    const { asked, table } = answered();
    const [metric = 'handled'] = asked.metrics;
    if (asked.view === 'distribution') {
      const n = ({ cells: [cell] }: ReportRow) => cell?.figure.n ?? 0;
      const most = table.rows.reduce<ReportRow | null>((high, row) => (high && n(high) >= n(row) ? high : row), null);
      const [dimension = ''] = asked.by;
      return t('reports.finding-distribution', {
        ...{ count: table.rows.reduce((sum, row) => sum + n(row), 0), by: keys.inSentence()(dimension) },
        most: most ? keys.name(dimension, most.keys[0] ?? '', most.names[0] ?? null) : '–',
        n: format.count(most ? n(most) : null),
      });
    }
    const as = writtenAs(answered(), metric);
    const whole = table.total.cells[0]?.figure;
    const name = figures.name()(metric, asked.attribute);
    // What is too few for a group is too few for all of them: no number that nothing else shows.
    if (whole && whole.n > 0 && !isEnough(metric, whole))
      return t('reports.finding-too-few', { metric: name, n: whole.n, least: definitionOf(metric).minimumN });
    const total = figures.value(as, whole?.value ?? null);
    const rows = table.rows.filter(
      ({ cells: [cell] }) => typeof cell?.figure.value === 'number' && isEnough(metric, cell.figure),
    );
    const [first] = rows;
    if (first === undefined) return t('reports.finding-total', { metric: name, total });
    const valueOf = (row: typeof first) => row.cells[0]?.figure.value ?? 0;
    const least = rows.reduce((low, row) => (valueOf(row) < valueOf(low) ? row : low), first);
    const most = rows.reduce((high, row) => (valueOf(row) > valueOf(high) ? row : high), first);
    const nameOf = (row: typeof first) =>
      asked.by
        .map((dimension, index) => keys.name(dimension, row.keys[index] ?? '', row.names[index] ?? null))
        .join(' ');
    return t('reports.finding', {
      ...{ metric: name, total, count: rows.length, by: asked.by.map(keys.inSentence()).join(', ') },
      ...{ least: figures.value(as, valueOf(least)), leastAt: nameOf(least) },
      ...{ most: figures.value(as, valueOf(most)), mostAt: nameOf(most) },
    });
  });
}
