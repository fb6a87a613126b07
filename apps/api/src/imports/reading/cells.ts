import type { CellTest, Condition, ImportPreset } from '@forecall/contracts';
import { refuseCell } from './fault.js';
import { type Header, placeOf } from './header.js';
import { numberReader, type ReadNumber } from './number-form.js';

export type Cells = readonly string[];
/** The text of one cell, without spaces around it; empty where it is blank or stands for nothing. */
export type ReadCell = (cells: Cells) => string;
export type Holds = (cells: Cells) => boolean;

/** Access to the cells of a row by column, with the preset's rules of what counts as missing. */
export class CellReader {
  readonly number: ReadNumber;
  /** Columns that became a field; the others may become attributes. */
  readonly used = new Set<string>();
  private readonly blanks: ReadonlySet<string>;
  private readonly missing = new Map<number, { isMeant: (text: string) => boolean; holds: Holds }[]>();

  constructor(
    readonly header: Header,
    preset: Pick<ImportPreset, 'file' | 'missing'>,
  ) {
    this.number = numberReader(preset.file);
    this.blanks = new Set(preset.file.missing);
    preset.missing.forEach(({ columns, values, when }, index) => {
      const at = `missing.${index}`;
      const holds = when ? this.condition(when, `${at}.when`) : () => true;
      const listed = values && new Set(values);
      const isMeant = (text: string) => listed?.has(text) ?? true;
      for (const column of columns) {
        const place = placeOf(header, column, `${at}.columns`);
        this.missing.set(place, [...(this.missing.get(place) ?? []), { isMeant, holds }]);
      }
    });
  }

  /** A column that becomes a field. */
  field(column: string, usedBy: string): ReadCell {
    this.used.add(column.trim().normalize('NFC'));
    return this.cell(column, usedBy);
  }

  condition(condition: Condition, usedBy: string): Holds {
    const any = (Array.isArray(condition) ? condition : [condition]).map((all) => {
      const tests = Object.entries(all).map(([column, test]) => this.test(this.cell(column, usedBy), test, column));
      return (cells: Cells) => tests.every((holds) => holds(cells));
    });
    return (cells) => any.some((holds) => holds(cells));
  }

  /** A cell as the file has it, for who is to find it there; empty without a column. */
  written(column: string | null, cells: Cells): string {
    const place = column === null ? undefined : this.header.place.get(column.trim().normalize('NFC'));
    return place === undefined ? '' : (cells[place] ?? '').trim();
  }

  private cell(column: string, usedBy: string): ReadCell {
    return this.place(placeOf(this.header, column, usedBy));
  }

  /** A column by its place, for headers that name one twice. */
  place(place: number): ReadCell {
    return (cells) => {
      const text = (cells[place] ?? '').trim();
      if (text === '' || this.blanks.has(text)) return '';
      const rules = this.missing.get(place);
      return rules?.some(({ isMeant, holds }) => isMeant(text) && holds(cells)) ? '' : text;
    };
  }

  private test(read: ReadCell, test: CellTest, column: string): Holds {
    const wordsOf = (words: string | string[]) => new Set(typeof words === 'string' ? [words] : words);
    if (typeof test === 'string' || Array.isArray(test)) {
      const words = wordsOf(test);
      return (cells) => words.has(read(cells));
    }
    if ('not' in test) {
      const words = wordsOf(test.not);
      return (cells) => !words.has(read(cells));
    }
    if ('blank' in test) return (cells) => (read(cells) === '') === test.blank;
    const isMet = 'above' in test ? (n: number) => n > test.above : (n: number) => n < test.below;
    return (cells) => {
      const text = read(cells);
      return text !== '' && isMet(this.number(text, column));
    };
  }
}

export function needText(text: string, column: string): string {
  return text === '' ? refuseCell(column, 'missing', '', 'is blank') : text;
}
