import { parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import type { ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import { decodedText, longestRecord } from './decoded-text.js';
import type { FileRecord } from './records.js';

/** The records of a delimited text file. */
export async function* textRecords(path: string, file: ImportPreset['file']): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter: file.delimiter,
    quote: file.quote ?? false,
    record_delimiter: '\n',
    from_line: file.skipLines + 1,
    ltrim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRecord,
    raw: true,
    info: true,
  });
  pipeline(Readable.from(decodedText(path, file.encoding)), parser, () => undefined);
  const wellQuoted = file.quote === null ? undefined : wellQuotedPattern(file.quote, file.delimiter);
  let lastLine = file.skipLines;
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      const text = raw.replace(/^\s*\n/, '').replace(/\n$/, '');
      const hasQuote = file.quote !== null && text.includes(file.quote);
      yield {
        line: hasQuote ? info.lines - linesWithin(text) : info.lines,
        cells: record,
        isMisquoted: hasQuote && wellQuoted?.test(text) === false,
      };
      lastLine = info.lines;
    }
  } catch (error) {
    throw readable(error, lastLine);
  }
}

interface Parsed {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

const linesWithin = (text: string): number => text.split('\n').length - 1;

const escape = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** RFC 4180: a cell is quoted as a whole, quotation marks in it doubled, or has none. Spaces before it are let be. */
function wellQuotedPattern(quote: string, delimiter: string): RegExp {
  const [q, d] = [escape(quote), escape(delimiter)];
  // Spaces that part cells belong to no cell: read as both, a row could be read in too many ways.
  const before = delimiter.startsWith(' ') ? '' : ' *';
  const cell = `(?:${before}${q}[^${q}]*(?:${q}${q}[^${q}]*)*${q}|(?:(?!${d})[^${q}])*)`;
  return new RegExp(`^${cell}(?:${d}${cell})*$`);
}

function readable(error: unknown, lastLine: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new Refusal(
      `After line ${lastLine} a quotation mark is opened that is never closed. If the file does not quote, set file.quote to null.`,
      { code: 'open-quotation', line: lastLine },
    );
  }
  return error;
}
