import { chartFigures } from './chart-figures.js';
import { chartItem, strangeInputs } from './chart-item.js';
import { compareKeys } from './compared-keys.js';
import {
  each,
  type Fields,
  found,
  isFields,
  isListOf,
  type Reader,
  type Reading,
  type Surroundings,
  together,
} from './reading.js';
import { sequentialFigures } from './sequential-figures.js';

const words = new Set([
  ...['id', 'chart', 'inputs', 'options', 'computed', 'published', 'source', 'verified', 'note', 'runs_rules', 'name'],
]);

/** Lists of control charts of any kind, each with its inputs and what was computed or printed of it. */
export const readCharts: Reader = (part, around) =>
  isListOf(part, (item) => 'chart' in item) ? each(part, (item, name) => compareChart(item, name, around)) : undefined;

function compareChart(item: Fields, name: string, around: Surroundings): Reading {
  const given = chartItem(item, around);
  if (!given) return found({ notKnown: [`${name}: its data, ${JSON.stringify(item.inputs)}, are not here`] });
  const ours = sequentialFigures(given) ?? chartFigures(given);
  if (!ours) return found({ notKnown: [`${name}: a chart of the kind ${JSON.stringify(item.chart)}`] });
  const besides = Object.fromEntries(Object.entries(item).filter(([key]) => !words.has(key)));
  const strange = strangeInputs(given.inputs).map((key) => `${name} input ${key}`);
  const compared = compareKeys(name, ours, {
    computed: { ...(isFields(item.computed) ? item.computed : {}), ...besides },
    published: item.published,
  });
  return together([compared, found({ notKnown: strange })]);
}
