import { figureFrom } from '@forecall/domain';
import type { Answered } from './answered.js';
import { type CsvNames, reportCsv } from './report-csv.js';

const names: CsvNames = {
  metric: () => 'Handled',
  dimension: () => 'Department',
  key: (_dimension, key, name) => name?.en ?? key,
};
const row = {
  keys: ['0198'],
  names: [{ en: 'Billing, North', zh: '账务部' }],
  cells: [{ figure: figureFrom('handled', { handled: 7 }), before: null, yearBefore: null }],
  spread: null,
};
const answered = (view: string) =>
  ({ asked: { metrics: ['handled'], by: ['department'], view }, table: { rows: [row] } }) as unknown as Answered;

describe('the numbers of a chart as CSV', () => {
  it('bear names, not ids', () => {
    const text = reportCsv(answered('table'), names, (key) => key);
    expect(text).toBe('Department,Handled,reports.csv-above,reports.csv-below\r\n"Billing, North",7,7,\r\n');
  });

  it('of a distribution are its cases', () => {
    const text = reportCsv(answered('distribution'), names, (key) => key);
    expect(text).toBe('Department,reports.cases-head\r\n"Billing, North",7\r\n');
  });
});
