import { z } from 'zod';

export const ColumnName = z.string().min(1).describe('The text of the header, without spaces around it');

const word = z.string();
const words = z.union([word, z.array(word).min(1)]);

/** What one cell must be: one of these words, none of them, blank or not, a number above or below. */
const Test = z.union([
  words,
  z.strictObject({ not: words }),
  z.strictObject({ blank: z.boolean() }),
  z.strictObject({ above: z.number() }),
  z.strictObject({ below: z.number() }),
]);

const All = z.record(ColumnName, Test).refine((tests) => Object.keys(tests).length > 0, 'names no column');

/** Columns and what each must be, all of them together; a list of such: any of them. */
export const Condition = z.union([All, z.array(All).min(1)]);
export type Condition = z.output<typeof Condition>;
export type CellTest = z.output<typeof Test>;
