import type { ChartPlan, Counted } from '@forecall/domain';
import { parse } from 'csv-parse/sync';
import { type Fields, isFields, type Surroundings } from './reading.js';

/** An item of a file of charts: what it is of, what it was made from, how. */
export interface ChartItem {
  readonly chart: string;
  readonly inputs: Fields;
  readonly options: string;
}

/** Undefined: its data are in a file that is not there. */
export function chartItem(item: Fields, { beside }: Surroundings): ChartItem | undefined {
  const inputs = isFields(item.inputs) ? item.inputs : fieldsFrom(item.inputs, beside);
  if (inputs === undefined) return undefined;
  const options = isFields(item.options) ? item.options : {};
  return {
    chart: String(item.chart).toLowerCase(),
    inputs: { ...inputs, ...options },
    options: typeof item.options === 'string' ? item.options : '',
  };
}

/** The columns of a table beside the file, by their headings; text that is no number stays text. */
function fieldsFrom(words: unknown, beside: Surroundings['beside']): Fields | undefined {
  const text = beside(/[\w.-]+\.csv/.exec(typeof words === 'string' ? words : '')?.[0] ?? '');
  if (text === undefined) return undefined;
  const rows = parse<Record<string, string>>(text, { columns: true, trim: true, skip_empty_lines: true });
  const headings = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    headings.map((heading) => {
      const cells = rows.map((row) => row[heading] ?? '');
      const values = cells.map(Number);
      return [heading, values.every(Number.isFinite) ? values : cells];
    }),
  );
}

const sizes = ['n', 'size', 'sizes', 'sample_size', 'days', 'exposure'];
const order = new Set(['i', 'id', 'month', 'week', 'day', 'sample', 'period']);

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number');

const planKeys = new Set([
  ...['excluded_points', 'excluded', 'baseline_points', 'baseline', 'phase_starts', 'restarts', 'restart_at', 'phases'],
  ...['sigmas', 'target', 'center', 'centre'],
]);

const settings = ['sigma', 'k', 'h', 'head_start', 'fir', 'lam', 'lambda', 'l', 'p0', 'or', 'odds_ratio'];

/** Inputs that are no list and mean nothing to us: what they change, we do not. */
export const strangeInputs = (inputs: Fields): string[] =>
  Object.entries(inputs).flatMap(([key, value]) => {
    const isStrange = typeof value !== 'object' && !sizes.includes(key) && !order.has(key) && !planKeys.has(key);
    return isStrange && !settings.includes(key.toLowerCase()) ? [key] : [];
  });

/** The one list of values that is neither a size nor an order nor about the plan. */
export function valuesOf(inputs: Fields): number[] {
  const lists = Object.entries(inputs).filter(
    ([key, value]) => isNumbers(value) && !sizes.includes(key) && !order.has(key) && !planKeys.has(key),
  );
  const [list, ...more] = lists;
  if (!list || more.length > 0)
    throw new RangeError(`one list of values is needed among ${Object.keys(inputs).join(', ')}`);
  return list[1] as number[];
}

/** Counts with their sizes; one size may stand for all. */
export function countedOf(inputs: Fields): Counted[] {
  const counts = valuesOf(inputs);
  const given = sizes.map((key) => inputs[key]).find((value) => value !== undefined);
  if (typeof given === 'number') return counts.map((count) => ({ count, size: given }));
  if (!isNumbers(given) || given.length !== counts.length)
    throw new RangeError(`${counts.length} counts need as many sizes, or one`);
  return counts.map((count, n) => ({ count, size: given[n] ?? Number.NaN }));
}

/** What of the inputs and the words of the options says how the chart is cut and drawn. */
export function planOf({ inputs, options }: ChartItem, points: number): ChartPlan {
  const baseline = inputs.baseline_points ?? inputs.baseline;
  const excluded = [...positionsIn(inputs.excluded_points ?? inputs.excluded), ...outside(baseline, points)];
  const restarts = positionsIn(inputs.phase_starts ?? inputs.restarts ?? inputs.restart_at ?? inputs.phases);
  const words = /(\d+(?:\.\d+)?)[ -]?sigma/.exec(options)?.[1];
  const sigmas = typeof inputs.sigmas === 'number' ? inputs.sigmas : words === undefined ? 3 : Number(words);
  const centre = inputs.target ?? inputs.center ?? inputs.centre;
  return {
    ...{ sigmas, excluded, restarts },
    ...(typeof baseline === 'number' && { baseline }),
    ...(typeof centre === 'number' && { centre }),
  };
}

const positionsIn = (value: unknown): number[] => (isNumbers(value) ? value : typeof value === 'number' ? [value] : []);

/** A baseline may be told by its positions. */
function outside(baseline: unknown, points: number): number[] {
  if (!isNumbers(baseline)) return [];
  return Array.from({ length: points }, (_, n) => n + 1).filter((position) => !baseline.includes(position));
}
