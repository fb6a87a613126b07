import {
  type ComparedFigure,
  dimensionName,
  type InBoth,
  keyName,
  type LocaleName,
  metricName,
  type ReportCell,
  type ReportQuestion,
  type ReportRow,
  type ReportTable,
} from '@forecall/contracts';
import { definitionOf, isShareOfYes, type MetricId, roundedHalfUp } from '@forecall/domain';
import type { ExportColumn } from '../../exports/export.service.js';

/** A row of a report as a row of a file. */
export interface FileRow extends ReportRow {
  readonly at: string;
  readonly id: string;
  /** It is of all groups together. */
  readonly isWhole: boolean;
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
export function reportColumns(question: ReportQuestion, table: ReportTable): Column[] {
  const { by, metrics, compare, spread } = question;
  const heads = metrics.map((metric, index) => headOf(metric, question, table.total.cells[index]));
  return [
    ...by.map(keyColumn),
    ...heads.flatMap((head, index) => [
      ...figureColumns(head, (row) => row.cells[index]),
      ...(compare.includes('period-before')
        ? changeColumns(head, ', before', '（上期）', (row) => row.cells[index]?.before)
        : []),
      ...(compare.includes('year-before')
        ? changeColumns(head, ', a year before', '（去年同期）', (row) => row.cells[index]?.yearBefore)
        : []),
    ]),
    ...(spread === undefined ? [] : spreadColumns(dimensionName(spread))),
  ];
}

const all: Readonly<Record<LocaleName, string>> = { en: 'All', zh: '合计' };

/** Years, hours and scores are numbers. */
const numbers = new Set(['year', 'hour', 'score']);

function keyColumn(dimension: string, index: number): Column {
  const head = dimensionName(dimension);
  const isNumber = numbers.has(dimension);
  return {
    ...head,
    kind: isNumber ? 'number' : 'text',
    value: ({ keys, names, isWhole }, locale) => {
      if (isWhole) return index === 0 ? all[locale] : null;
      if (isNumber) return keys[index] ? Number(keys[index]) : null;
      return keyName(dimension, keys[index] ?? '', names[index] ?? null, locale);
    },
  };
}

/** What a metric's columns are called, and by how much its figures are multiplied. */
interface Head {
  readonly plain: InBoth;
  readonly name: InBoth;
  readonly scale: number;
  readonly isCount: boolean;
  /** What its changes are told in. */
  readonly change: 'pp' | 'points' | 'percent';
}

/** A rate is written in percent, and so is an attribute that is yes or no throughout. */
function headOf(metric: MetricId, { attribute }: ReportQuestion, total: ReportCell | undefined): Head {
  const { unit, denominator } = definitionOf(metric);
  const plain = metricName(metric, attribute);
  const isRate = unit === 'rate' || (total !== undefined && isShareOfYes(metric, total.figure.n, total.figure.beside));
  const change = isRate ? 'pp' : unit === 'net-share' || unit === 'gap' ? 'points' : 'percent';
  const name = isRate ? and(plain, ', %', '（%）') : unit === 'seconds' ? and(plain, ', s', '（秒）') : plain;
  return { plain, name, scale: isRate || unit === 'net-share' ? 100 : 1, isCount: denominator === null, change };
}

const scaled = (value: number | null | undefined, scale: number) =>
  value === null || value === undefined ? null : value * scale;

function figureColumns(
  { plain, name, scale, isCount }: Head,
  cell: (row: FileRow) => ReportCell | undefined,
): Column[] {
  const value = number(name, (row) => scaled(cell(row)?.figure.value, scale));
  if (isCount) return [value];
  return [
    value,
    number(and(plain, ', numerator', '（分子）'), (row) => cell(row)?.figure.numerator),
    number(and(plain, ', denominator', '（分母）'), (row) => cell(row)?.figure.denominator),
    number(and(name, ', 95% low', '，95% 下限'), (row) => scaled(cell(row)?.figure.interval?.low, scale)),
    number(and(name, ', 95% high', '，95% 上限'), (row) => scaled(cell(row)?.figure.interval?.high, scale)),
  ];
}

const changeWords = {
  pp: { en: 'change, pp', zh: '变化，个百分点' },
  points: { en: 'change', zh: '变化' },
  percent: { en: 'change, %', zh: '变化，%' },
} as const;

/** Rates change by percentage points, what may be below zero by points, all else in percent of what it was. */
function changeColumns(
  { plain, name, scale, change }: Head,
  en: string,
  zh: string,
  other: (row: FileRow) => ComparedFigure | null | undefined,
): Column[] {
  const words = changeWords[change];
  return [
    number(and(name, en, zh), (row) => scaled(other(row)?.value, scale)),
    number(and(plain, `${en}: ${words.en}`, `${zh}${words.zh}`), (row) =>
      change === 'percent' ? scaled(other(row)?.change?.relative, 100) : scaled(other(row)?.change?.difference, scale),
    ),
  ];
}

/** The highest share is a whole percent, halves up, as such reports are published. */
const spreadColumns = (name: InBoth): Column[] => [
  number({ en: `${name.en}: number`, zh: `${name.zh}：数量` }, ({ spread }) => spread?.values),
  number({ en: `${name.en}: highest share, %`, zh: `${name.zh}：最高占比（%）` }, ({ spread }) =>
    spread?.highestShare === null || spread === null ? null : roundedHalfUp(spread.highestShare * 100, 0),
  ),
];

/** The groups and below them the whole, marked; without a breakdown the whole is the only row, and without heads it is left out. */
export function fileRows({ rows, total }: ReportTable, { by }: ReportQuestion, hasWhole: boolean): FileRow[] {
  const whole = { keys: [], names: [], ...total, isWhole: by.length > 0 };
  return [...(by.length > 0 ? rows : []), ...(hasWhole || by.length === 0 ? [whole] : [])].map((row, index) => ({
    ...{ isWhole: false, at: '', id: String(index) },
    ...row,
  }));
}
