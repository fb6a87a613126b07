import type { ComparedFigure, ReportRow } from '@forecall/contracts';
import { definitionOf, type MetricId } from '@forecall/domain';
import { isEnough } from '../answered.js';
import type { Bar } from './bars-plot.js';
import type { HeatCell } from '../../ui/chart/heat-map.js';

/** How keys and figures are written. */
export interface Words {
  readonly name: (row: ReportRow) => string;
  readonly value: (value: number | null) => string;
  /** "31 / 548", empty for counts. */
  readonly counts: (row: ReportRow) => string;
  readonly others: (count: number) => string;
}

const figureOf = (row: ReportRow) => row.cells[0]?.figure;
const valueOf = (row: ReportRow): number | null => figureOf(row)?.value ?? null;

/** Figures that rest on too little have no value to be drawn. */
export const isShown = (metric: MetricId, row: ReportRow): boolean => {
  const figure = figureOf(row);
  return figure !== undefined && figure.value !== null && figure.n >= definitionOf(metric).minimumN;
};

/** What was before, to be drawn: null where it rests on too little. */
export const drawnBefore = (metric: MetricId, other: ComparedFigure | null | undefined): number | null =>
  isEnough(metric, other) ? (other?.value ?? null) : null;

/** Figures that may lie below zero, such as promoters less detractors. */
export const isSigned = (metric: MetricId): boolean => (definitionOf(metric).scale?.low ?? 0) < 0;

interface Bars {
  readonly bars: Bar[];
  /** The ends of the scale; the lower is 0 unless figures lie below it. */
  readonly least: number;
  readonly most: number;
}

/** Counts from the largest on; rates and means in the order of their names, because their rank may be chance. */
export function barsOf(rows: readonly ReportRow[], metric: MetricId, words: Words): Bars {
  const isCount = definitionOf(metric).denominator === null;
  const canBeBelow = isSigned(metric);
  const sorted = isCount ? rows.toSorted((a, b) => (valueOf(b) ?? 0) - (valueOf(a) ?? 0)) : rows;
  const drawn = sorted.map((row) => {
    const [cell] = row.cells;
    const hasValue = isShown(metric, row) || isCount;
    const value = hasValue ? (valueOf(row) ?? 0) : 0;
    const others = [drawnBefore(metric, cell?.before) ?? 0, drawnBefore(metric, cell?.yearBefore) ?? 0];
    return { value, others, interval: hasValue ? figureOf(row)?.interval : null };
  });
  const tops = drawn.map(({ value, others, interval }) => {
    const high = interval?.high ?? 0;
    return Math.max(value, ...others, canBeBelow ? high : Math.min(high, value * 3));
  });
  const bottoms = canBeBelow
    ? drawn.map(({ value, others, interval }) => Math.min(value, ...others, interval?.low ?? 0))
    : [];
  const least = Math.min(0, ...bottoms);
  const most = Math.max(...tops, 0) || (least < 0 ? 0 : 1);
  const bars = sorted.map((row, index): Bar => {
    const figure = figureOf(row);
    const hasValue = isCount || isShown(metric, row);
    const [cell] = row.cells;
    const share = (value: number | null | undefined) =>
      value === undefined || value === null ? null : Math.min(1, Math.max(0, (value - least) / (most - least)));
    return {
      key: row.keys.join('/') || String(index),
      name: words.name(row),
      value: words.value(hasValue ? valueOf(row) : null),
      note: words.counts(row),
      at: hasValue ? share(valueOf(row) ?? 0) : null,
      low: hasValue ? share(figure?.interval?.low) : null,
      high: hasValue ? share(figure?.interval?.high) : null,
      before: share(drawnBefore(metric, cell?.before)),
      yearBefore: share(drawnBefore(metric, cell?.yearBefore)),
      cumulated: null,
    };
  });
  return { bars, least, most };
}

const mostParetoBars = 15;

/** The largest first with the share of each and the cumulated share, both of all; the small ones stand together last. */
export function paretoOf(rows: readonly ReportRow[], words: Words, percent: (share: number) => string): Bar[] {
  const sorted = rows
    .map((row) => ({ key: row.keys.join('/'), name: words.name(row), amount: valueOf(row) ?? 0 }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
  const rest = sorted.slice(mostParetoBars);
  const small = rest.reduce((sum, { amount }) => sum + amount, 0);
  const shown = rest.length < 2 ? sorted : sorted.slice(0, mostParetoBars);
  const all = [...shown, ...(rest.length < 2 ? [] : [{ key: '…', name: words.others(rest.length), amount: small }])];
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0);
  let before = 0;
  return all.map(({ key, name, amount }) => {
    before += amount;
    const cumulated = before / total;
    return {
      ...{ key, name, low: null, high: null, before: null, yearBefore: null, cumulated },
      at: amount / total,
      value: words.value(amount),
      note: `${percent(amount / total)} · Σ ${percent(cumulated)}`,
    };
  });
}

/** A cell for each weekday and hour that was counted. */
export function heatOf(rows: readonly ReportRow[], by: readonly string[], metric: MetricId, words: Words): HeatCell[] {
  const [day, hour] = [by.indexOf('weekday'), by.indexOf('hour')];
  const isCount = definitionOf(metric).denominator === null;
  const shown = rows.filter((row) => isCount || isShown(metric, row));
  const most = Math.max(...shown.map((row) => valueOf(row) ?? 0), 0) || 1;
  return rows.map((row) => {
    const hasValue = shown.includes(row);
    const value = hasValue ? valueOf(row) : null;
    const text = words.value(value);
    return {
      ...{ row: row.keys[day] ?? '', column: row.keys[hour] ?? '' },
      share: value === null ? null : value / most,
      text: text.replace('%', ''),
      reading: [words.name(row), text, words.counts(row)].filter(Boolean).join(', '),
    };
  });
}
