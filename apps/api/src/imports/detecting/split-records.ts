export interface SplitRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark stands where none may stand. */
  readonly isMisquoted: boolean;
}

export interface CellSigns {
  readonly delimiter: string;
  readonly quote: string | null;
}

/**
 * The records of the beginning of a text, blank lines left out; for trying what fits, where a sample may end anywhere.
 * The whole file is read by csv-parse.
 */
export function splitRecords(text: string, { delimiter, quote }: CellSigns, most: number): SplitRecord[] {
  const records: SplitRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length && records.length < most) {
    const begin = line;
    const cells: string[] = [];
    let isMisquoted = false;
    let hasMore = true;
    while (hasMore) {
      const cell = quote !== null && text[at] === quote ? quotedCell(text, at + 1, quote) : { end: at, text: '' };
      const end = nextOf(text, cell.end, delimiter);
      const rest = text.slice(cell.end, end);
      line += lineEnds(cell.text);
      isMisquoted ||= cell.end > at ? rest.trim() !== '' : quote !== null && rest.includes(quote);
      cells.push(cell.end > at ? cell.text : rest);
      hasMore = text[end] === delimiter;
      at = end + 1;
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== ''))
      records.push({ line: begin, cells: cells.map((cell) => cell.trim()), isMisquoted });
  }
  return records;
}

/** The place of the next delimiter or line end. */
function nextOf(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\n' || text[at] === delimiter) return at;
  return text.length;
}

function quotedCell(text: string, from: number, quote: string): { end: number; text: string } {
  for (let at = from; ;) {
    const next = text.indexOf(quote, at);
    if (next < 0) return { end: text.length, text: text.slice(from) };
    if (text[next + 1] !== quote)
      return { end: next + 1, text: text.slice(from, next).replaceAll(quote + quote, quote) };
    at = next + 2;
  }
}

const lineEnds = (text: string): number => text.split('\n').length - 1;
