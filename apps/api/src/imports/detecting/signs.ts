import { type CellSigns, type SplitRecord, splitRecords } from './split-records.js';

const delimiters = [',', ';', '\t', '|'];
const recordsTried = 300;

/**
 * The delimiter and quotation mark that part the beginning of a text into the most constant number of columns; `given`: a
 * delimiter that somebody knows of.
 */
export function detectSigns(text: string, given?: string): CellSigns {
  const tried = given === undefined ? delimiters : [given];
  const quote = hasSingleQuotes(text) && !text.includes('"') ? "'" : '"';
  const quoted = bestOf(text, quote, tried);
  // Where most marks stand amid text, they are text: inches, or words that somebody stressed.
  return areQuotes(quoted.records, quote, text) ? quoted.signs : bestOf(text, null, tried).signs;
}

interface Trial {
  readonly signs: CellSigns;
  readonly records: readonly SplitRecord[];
  readonly score: number;
}

/** A comma where none of the delimiters parts anything. */
function bestOf(text: string, quote: string | null, tried: readonly string[]): Trial {
  const trials = tried.map((delimiter) => {
    const signs = { delimiter, quote };
    const records = splitRecords(text, signs, recordsTried);
    return { signs, records, score: constancy(records) };
  });
  return trials.reduce((a, b) => (b.score > a.score ? b : a));
}

/** 0 for a single column, near 1 where all records have the same, larger number of columns. */
function constancy(records: readonly SplitRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  counts.delete(1);
  const [columns, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return records.length === 0 ? 0 : (most / records.length) * (1 - 1 / columns);
}

function areQuotes(records: readonly SplitRecord[], quote: string, text: string): boolean {
  const misquoted = records.filter(({ isMisquoted }) => isMisquoted).length;
  const linesWithQuotes = text
    .split('\n', (records.at(-1)?.line ?? 0) + 1)
    .filter((line) => line.includes(quote)).length;
  return misquoted * 3 <= linesWithQuotes;
}

const hasSingleQuotes = (text: string): boolean => (text.match(/(^|[,;\t|])'[^'\n]*'(?=[,;\t|\n])/gm)?.length ?? 0) > 2;
