import {
  type ComparedFigure,
  dimensionName,
  type InBoth,
  keyName,
  metricNames,
  type ReportCell,
  type ReportQuestion,
  type ReportRow,
  type ReportTable,
} from '@forecall/contracts';
import { definitionOf, type MetricId, roundedHalfUp } from '@forecall/domain';
import type { ExportColumn } from '../../exports/export.service.js';

/** A row of a report as a row of a file. */
export interface FileRow extends ReportRow {
  readonly at: string;
  readonly id: string;
}

type Column = ExportColumn<FileRow>;

/** Beyond these decimals nobody reads, and binary fractions show. */
const decimals = 4;
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : roundedHalfUp(value, decimals);

const number = (name: InBoth, value: (row: FileRow) => number | null | undefined): Column => ({
  ...name,
  kind: 'number',
  value: (row) => rounded(value(row)),
});

const and = (name: InBoth, en: string, zh: string): InBoth => ({ en: `${name.en}${en}`, zh: `${name.zh}${zh}` });

/** The columns of a report in the order of its table: groups, figures with what they are compared with, the spread. */
export function reportColumns({ by, metrics, compare, spread }: ReportQuestion): Column[] {
  return [
    ...by.map(keyColumn),
    ...metrics.flatMap((metric, index) => [
      ...figureColumns(metric, (row) => row.cells[index]),
      ...(compare.includes('period-before')
        ? changeColumns(metric, ', before', '（上期）', (row) => row.cells[index]?.before)
        : []),
      ...(compare.includes('year-before')
        ? changeColumns(metric, ', a year before', '（去年同期）', (row) => row.cells[index]?.yearBefore)
        : []),
    ]),
    ...(spread === undefined ? [] : spreadColumns(dimensionName(spread))),
  ];
}

/** Years, hours and scores are numbers. */
const numbers = new Set(['year', 'hour', 'score']);

function keyColumn(dimension: string, index: number): Column {
  const head = dimensionName(dimension);
  if (numbers.has(dimension)) return number(head, ({ keys }) => (keys[index] ? Number(keys[index]) : null));
  return {
    ...head,
    kind: 'text',
    value: ({ keys, names }, locale) => keyName(dimension, keys[index] ?? '', names[index] ?? null, locale),
  };
}

/** A rate is written in percent. */
const unitOf = (metric: MetricId): { name: InBoth; scale: number } => {
  const { unit } = definitionOf(metric);
  const name = metricNames[metric];
  if (unit === 'rate') return { name: and(name, ', %', '（%）'), scale: 100 };
  return { name: unit === 'seconds' ? and(name, ', s', '（秒）') : name, scale: 1 };
};

const scaled = (value: number | null | undefined, scale: number) =>
  value === null || value === undefined ? null : value * scale;

function figureColumns(metric: MetricId, cell: (row: FileRow) => ReportCell | undefined): Column[] {
  const { name, scale } = unitOf(metric);
  const value = number(name, (row) => scaled(cell(row)?.figure.value, scale));
  if (definitionOf(metric).denominator === null) return [value];
  const plain = metricNames[metric];
  return [
    value,
    number(and(plain, ', numerator', '（分子）'), (row) => cell(row)?.figure.numerator),
    number(and(plain, ', denominator', '（分母）'), (row) => cell(row)?.figure.denominator),
    number(and(name, ', 95% low', '，95% 下限'), (row) => scaled(cell(row)?.figure.interval?.low, scale)),
    number(and(name, ', 95% high', '，95% 上限'), (row) => scaled(cell(row)?.figure.interval?.high, scale)),
  ];
}

/** Rates change by percentage points, all else in percent of what it was. */
function changeColumns(
  metric: MetricId,
  en: string,
  zh: string,
  other: (row: FileRow) => ComparedFigure | null | undefined,
): Column[] {
  const { name, scale } = unitOf(metric);
  const isRate = definitionOf(metric).unit === 'rate';
  const plain = metricNames[metric];
  return [
    number(and(name, en, zh), (row) => scaled(other(row)?.value, scale)),
    isRate
      ? number(and(plain, `${en}: change, pp`, `${zh}变化，个百分点`), (row) =>
          scaled(other(row)?.change?.difference, 100),
        )
      : number(and(plain, `${en}: change, %`, `${zh}变化，%`), (row) => scaled(other(row)?.change?.relative, 100)),
  ];
}

/** The highest share is a whole percent, halves up, as such reports are published. */
const spreadColumns = (name: InBoth): Column[] => [
  number({ en: `${name.en}: number`, zh: `${name.zh}：数量` }, ({ spread }) => spread?.values),
  number({ en: `${name.en}: highest share, %`, zh: `${name.zh}：最高占比（%）` }, ({ spread }) =>
    spread?.highestShare === null || spread === null ? null : roundedHalfUp(spread.highestShare * 100, 0),
  ),
];

/** Without a breakdown the whole is the only row. */
export const fileRows = ({ rows, total }: ReportTable, { by }: ReportQuestion): FileRow[] =>
  (by.length > 0 ? rows : [{ keys: [], names: [], ...total }]).map((row, index) => ({
    ...row,
    at: '',
    id: String(index),
  }));
