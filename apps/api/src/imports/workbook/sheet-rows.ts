import { Refusal } from '../refusal.js';
import type { RawCell } from './cell.js';
import { limits } from './limits.js';
import { RichText } from './rich-text.js';
import type { Workbook } from './workbook.js';
import { xmlPieces } from './xml.js';

export interface RawRow {
  /** The number of the row in the sheet, from 1. */
  readonly number: number;
  readonly cells: readonly RawCell[];
}

/** The rows of a sheet that hold cells with something in them, as they come; memory holds a piece of the sheet. */
export async function* sheetRows({ archive }: Pick<Workbook, 'archive'>, part: string): AsyncGenerator<RawRow> {
  const collector = new RowCollector(part);
  for await (const _piece of xmlPieces(archive.bytes(part), part, collector)) yield* collector.take();
}

class RowCollector {
  private rows: RawRow[] = [];
  private number = 0;
  private cells: RawCell[] = [];
  private nextPlace = 0;
  private cell: { place: number; type: string; style: number } | undefined;
  private value: string | undefined;
  private isInValue = false;
  private hasFormula = false;
  private readonly inline = new RichText();
  private isInline = false;
  private isInData = false;

  constructor(private readonly part: string) {}

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.isInData = true;
    if (!this.isInData) return;
    if (this.isInline) this.inline.open(name);
    else if (name === 'row') this.beginRow(attributes['r']);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') {
      this.isInValue = true;
      this.value = '';
    } else if (name === 'f') this.hasFormula = true;
    else if (name === 'is') this.isInline = true;
  }

  text(text: string): void {
    if (this.isInValue) this.value = this.withMore(text);
    else if (this.isInline) this.inline.text(text);
  }

  close(name: string): void {
    if (!this.isInData) return;
    if (name === 'is') this.isInline = false;
    else if (this.isInline) this.inline.close(name);
    else if (name === 'v') this.isInValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'sheetData') this.isInData = false;
  }

  /** Longer than a cell may be is refused later; until then it shall not grow. */
  private withMore(text: string): string {
    const value = this.value ?? '';
    return value.length <= limits.cellCharacters ? value + text : value;
  }

  private beginRow(told: string | undefined): void {
    const number = told === undefined ? this.number + 1 : Number(told);
    if (!Number.isInteger(number) || number <= this.number || number > limits.rows)
      throw new Refusal(
        `The workbook's part ${this.part} has a row "${told ?? number}" after row ${this.number}: its rows are not in order, or too many.`,
        { code: 'workbook-rows', row: told ?? number, after: this.number },
      );
    this.number = number;
    this.cells = [];
    this.nextPlace = 0;
  }

  private beginCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? this.nextPlace : placeOfReference(r);
    if (place < this.nextPlace)
      throw new Refusal(`Row ${this.number} of the sheet has its cells not in order (${r}).`, {
        code: 'workbook-rows',
        row: this.number,
      });
    this.nextPlace = place + 1;
    this.cell = { place, type: t, style: Number(s) };
    this.value = undefined;
    this.hasFormula = false;
  }

  private endCell(): void {
    const { cell, value, hasFormula } = this;
    this.cell = undefined;
    const inline = this.inline.take();
    // A cell may be there for its colour only.
    if (!cell || (value === undefined && inline === '' && !hasFormula)) return;
    if (cell.place >= limits.columns)
      throw new Refusal(
        `Row ${this.number} of the sheet has something in column ${cell.place + 1}; the most is ${limits.columns} columns.`,
        { code: 'too-many-columns', line: this.number, columns: cell.place + 1, limit: limits.columns },
      );
    this.cells.push({ ...cell, value, inline, hasFormula });
  }

  private endRow(): void {
    if (this.cells.length > 0) this.rows.push({ number: this.number, cells: this.cells });
    this.cells = [];
  }
}

const letterA = 64;

/** `C7` is in the place 2. What is no reference lies beyond every sheet. */
function placeOfReference(reference: string): number {
  let place = 0;
  let index = 0;
  for (; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - letterA;
    if (letter < 1 || letter > 26) break;
    place = place * 26 + letter;
  }
  return index === 0 || index > 3 ? limits.columns : place - 1;
}
