import type { StepFault } from '@forecall/domain';

/** What is wrong with one cell, or with the row as a whole (no column). */
export interface RowFault {
  readonly column: string | null;
  readonly code:
    | 'missing'
    | 'misquoted'
    | 'wrong-column-count'
    | 'not-a-number'
    | 'not-a-duration'
    | 'not-a-moment'
    | 'clock-change'
    | 'in-the-future'
    | 'unknown-word'
    | 'no-rule-fits'
    | 'out-of-range'
    | 'contradiction'
    | 'unreadable-character'
    | 'error-value'
    | 'formula-without-value'
    | 'several-of-that-name'
    | 'unknown-account'
    | 'differs'
    | 'twice-in-file'
    | 'in-use'
    | 'not-a-phone-number'
    | 'not-a-zone'
    | 'not-an-email'
    | 'invisible'
    | 'left-before-joined'
    | 'not-stored'
    | StepFault;
  readonly value: string;
  /** Plain English, to be read after the column's name: `is no date in the form YYYY-MM-DD`. */
  readonly message: string;
  /** What the rule is that it breaks, for whoever says it in another language: `form` and the form. */
  readonly rule?: string;
  readonly values?: RuleValues;
}
export type RuleValues = Readonly<Record<string, string | number>>;

/** Thrown by what reads a cell; the row collects them and is refused. */
export class CellFault extends Error {
  constructor(readonly fault: RowFault) {
    super(fault.message);
  }
}

export function refuseCell(
  column: string | null,
  code: RowFault['code'],
  value: string,
  message: string,
  rule: Pick<RowFault, 'rule' | 'values'> = {},
): never {
  throw new CellFault({ column, code, value: shownValue(value), message, ...rule });
}

/** A cell without the characters that PostgreSQL cannot keep, which may be what is wrong with it: U+FFFD stands for them. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** The beginning of a cell as it can be kept and shown. */
export const shownValue = (value: string): string => storable(value.slice(0, 200));
