import type { UnreadableCell } from '../reading/records.js';
import { limits } from './limits.js';
import type { NumberKind } from './number-format.js';
import { plainText } from './rich-text.js';
import { type DateSystem, serialText } from './serial.js';

/** A cell as the sheet has it. */
export interface RawCell {
  /** Counted from 0. */
  readonly place: number;
  readonly type: string;
  readonly style: number;
  /** The content of `<v>`; undefined where there is none. */
  readonly value: string | undefined;
  /** The content of `<is>`. */
  readonly inline: string;
  readonly hasFormula: boolean;
}

export interface CellForms {
  readonly styles: readonly NumberKind[];
  readonly dateSystem: DateSystem;
  readonly decimal: '.' | ',';
}

type Fault = Pick<UnreadableCell, 'code' | 'value' | 'message'>;

/** The text of a cell, or why it has none. Shared texts are looked up by whoever calls. */
export function cellText(cell: RawCell, forms: CellForms): string | Fault {
  const { type, value, hasFormula, inline } = cell;
  if (hasFormula && (value === undefined || (value === '' && type !== 'str')))
    return {
      code: 'formula-without-value',
      value: '',
      message:
        'holds a formula without its result; formulas are never worked out here: open the workbook in Excel, save it, and take that',
    };
  switch (type) {
    case 'e':
      return { code: 'error-value', value: value ?? '', message: `holds the error ${(value ?? '').slice(0, 20)}` };
    case 'b':
      return value === undefined ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'inlineStr':
      return shortEnough(inline);
    case 'str':
      return shortEnough(plainText(value ?? ''));
    case 'd':
      return (value ?? '').replace(/(T\d{2}:\d{2}:\d{2})\.\d+/, '$1').replace(/Z$/, '');
    default:
      return value === undefined || value === '' ? '' : numberText(value, cell, forms);
  }
}

export const shortEnough = (text: string): string | Fault =>
  text.length <= limits.cellCharacters
    ? text
    : { code: 'out-of-range', value: text, message: `is longer than ${limits.cellCharacters} characters` };

/** The shortest text that means the same number: 0.1, where the file may say 0.10000000000000001. */
function numberText(value: string, { style }: RawCell, { styles, dateSystem, decimal }: CellForms): string | Fault {
  const number = Number(value);
  if (!Number.isFinite(number) || !/^\s*[+-]?[\d.]/.test(value))
    return { code: 'not-a-number', value, message: 'is no number' };
  const kind = styles[style] ?? 'number';
  if (kind === 'number') return String(number).toUpperCase().replace('.', decimal);
  return (
    serialText(number, kind, dateSystem) ?? {
      code: 'not-a-moment',
      value,
      message: 'is a number formatted as a date or time that does not exist',
    }
  );
}
