import { type CellSigns, type SplitRecord, splitRecords } from './split-records.js';

const delimiters = [',', ';', '\t', '|'];
const recordsTried = 300;

/** The delimiter and quotation mark that part the beginning of a text into the most constant number of columns. */
export function detectSigns(text: string): CellSigns {
  const quotes = text.includes('"') ? ['"', null] : hasSingleQuotes(text) ? ["'", '"'] : ['"'];
  const tried = quotes.flatMap((quote) =>
    delimiters.map((delimiter) => {
      const signs = { delimiter, quote };
      return { signs, score: constancy(splitRecords(text, signs, recordsTried)) };
    }),
  );
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.signs : { delimiter: ',', quote: '"' };
}

/** 0 for a single column, near 1 where all records have the same, larger number of columns. */
function constancy(records: readonly SplitRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  counts.delete(1);
  const [columns, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  if (records.length === 0) return 0;
  const misquoted = records.filter(({ isMisquoted }) => isMisquoted).length;
  return ((most - misquoted / 2) / records.length) * (1 - 1 / columns);
}

const hasSingleQuotes = (text: string): boolean => (text.match(/(^|[,;\t|])'[^'\n]*'(?=[,;\t|\n])/gm)?.length ?? 0) > 2;
