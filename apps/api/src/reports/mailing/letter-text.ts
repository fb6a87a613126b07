import {
  dimensionName,
  type FigureAnswer,
  keyName,
  type LocaleName,
  metricName,
  type ReportQuestion,
  type ReportRow,
  type ReportTable,
} from '@forecall/contracts';
import { addDays, definitionOf, isShareOfYes } from '@forecall/domain';

/** So many rows stand in the letter; all are in its file. */
const mostRows = 20;

export interface Letter {
  readonly report: string;
  readonly question: ReportQuestion;
  readonly table: ReportTable;
  readonly address: string;
  readonly locale: LocaleName;
}

const words = {
  en: {
    all: 'All',
    none: '(none)',
    more: 'more rows in the file',
    open: 'Open it',
    own: 'Only what is within your reach is counted.',
  },
  zh: { all: '合计', none: '（无）', more: '行见附件', open: '打开报表', own: '只计算您范围内的数据。' },
} as const;

/** Subject and body of a report's letter: its first rows as plain text, and where it is. */
export function letterText({ report, question, table, address, locale }: Letter): { subject: string; body: string } {
  const { all, none, more, open, own } = words[locale];
  const { from, to } = table.period;
  const period = `${from} – ${addDays(to, -1)}`;
  const names = (row: ReportRow) =>
    row.keys.map((key, index) => keyName(question.by[index] ?? '', key, row.names[index] ?? null, locale) || none);
  const cells = ({ cells: figures }: Pick<ReportRow, 'cells'>) => figures.map(({ figure }) => written(figure, locale));
  const lines = [
    [
      ...question.by.map((dimension) => dimensionName(dimension)[locale]),
      ...question.metrics.map((id) => metricName(id, question.attribute)[locale]),
    ],
    ...table.rows.slice(0, mostRows).map((row) => [...names(row), ...cells(row)]),
    [...question.by.map((_, index) => (index === 0 ? all : '')), ...cells(table.total)],
  ].map((line) => line.filter((part) => part !== '').join(' | '));
  const left = table.rows.length - mostRows;
  const text = [
    `${report}, ${period}`,
    '',
    ...lines,
    ...(left > 0 ? [locale === 'zh' ? `另有 ${left} ${more}` : `${left} ${more}`] : []),
    ...(table.narrowedToReach ? ['', own] : []),
    '',
    `${open}: ${address}`,
    '',
  ];
  return {
    subject: `${report}, ${period}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200),
    body: text.join('\n'),
  };
}

/** A figure as it is printed on the screen. */
function written({ definition: { id }, value, n, beside }: FigureAnswer, locale: LocaleName): string {
  if (value === null) return '–';
  const { unit } = isShareOfYes(id, n, beside) ? { unit: 'rate' } : definitionOf(id);
  const number = (amount: number, decimals: number) =>
    amount.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  if (unit === 'rate') return `${number(value * 100, 1)}%`;
  if (unit === 'seconds') return locale === 'zh' ? `${number(value, 0)} 秒` : `${number(value, 0)} s`;
  if (unit === 'net-share') return number(value * 100, 0);
  if (unit === 'per-thousand') return number(value, 1);
  return number(value, unit === 'score' || unit === 'number' || unit === 'gap' ? 2 : 0);
}
