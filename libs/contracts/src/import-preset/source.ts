import { z } from 'zod';
import { visibleName } from '../written.js';
import { ColumnName, Condition } from './condition.js';

/** One part of a cell: `split` parts it, `part` counts from 1, or from the end with -1. */
const cellPart = {
  split: z.string().min(1).optional(),
  part: z
    .int()
    .refine((part) => part !== 0, 'counts from 1, or from the end with -1')
    .optional(),
};
export interface CellPart {
  readonly split?: string | undefined;
  readonly part?: number | undefined;
}
const isWholePart = ({ split, part }: CellPart) => (split === undefined) === (part === undefined);
const wholePart = 'split and part are given together';

/** Where a field's text comes from: a column, several joined, or the same text for all rows. */
export const TextSource = z.union([
  z
    .strictObject({ column: ColumnName, ...cellPart, case: z.enum(['lower', 'upper']).optional() })
    .refine(isWholePart, wholePart),
  z.strictObject({ columns: z.array(ColumnName).min(1), join: z.string().default(' ') }),
  z.strictObject({ text: z.string() }),
]);
export type TextSource = z.output<typeof TextSource>;

/**
 * One of a fixed list: the same for all rows, by the words of a column, or by rules of which the first that fits holds.
 * A blank cell is the word "".
 */
export const choiceOf = <const Member extends string>(members: readonly [Member, ...Member[]]) => {
  const member = z.enum(members);
  return z.union([
    member,
    z.strictObject({
      column: ColumnName,
      words: z.record(z.string(), member),
      otherwise: member.optional().describe('For every other word; left out: such a row is refused'),
    }),
    z.strictObject({
      rules: z.array(z.strictObject({ when: Condition, is: member })).min(1),
      otherwise: member.optional().describe('Where no rule fits; left out: such a row is refused'),
    }),
  ]);
};

/** Yes or no by the words of a column (blank: not known), or by a condition. */
export const YesNoSource = z.union([
  z.strictObject({
    column: ColumnName,
    yes: z.array(z.string()).default([]),
    no: z.array(z.string()).default([]),
    otherwise: z.enum(['yes', 'no']).optional().describe('For every other word; left out: such a row is refused'),
  }),
  z.strictObject({ when: Condition }),
]);
export type YesNoSource = z.output<typeof YesNoSource>;

/** Parts of a moment by their letters, the longest first; letters that mean the same part in one group. */
const momentParts = /(YYYY|YY)|(MMMM|MMM|MM|M)|(DD|D)|(HH|H|hh|h)|(mm|m)|(SSS)|(ss|s)|(A)|(Z)/g;

/** Each part once: what names one twice means nothing, and could be read in so many ways that reading it never ends. */
const hasPartsOnce = (format: string): boolean => {
  const parts = [...format.matchAll(momentParts)].map((match) =>
    match.slice(1).findIndex((part: string | undefined) => part !== undefined),
  );
  return format.startsWith('epoch-') || new Set(parts).size === parts.length;
};

const OneFormat = z.string().min(1).max(60).refine(hasPartsOnce, 'names a part of the moment twice');

/** One form, or several of which the first that fits counts. */
export const MomentFormat = z
  .union([OneFormat, z.array(OneFormat).min(1).max(20)])
  .describe('YYYY-MM-DD HH:mm:ss and the like, or epoch-seconds, epoch-milliseconds');
export type MomentFormat = z.output<typeof MomentFormat>;

const Formatted = z.strictObject({ column: ColumnName, format: MomentFormat });

const FixedMoment = z.strictObject({
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'is no local date and time such as 2024-12-31T12:00'),
});

const OneMoment = z.union([
  Formatted,
  z.strictObject({ date: Formatted, time: Formatted }),
  z.strictObject({ date: Formatted }),
  z.strictObject({ time: Formatted }),
  FixedMoment,
]);

/**
 * A moment: one column with date and time, a date and a time, a date alone (that day of the company), or a time alone (on the day
 * of the start, or on the next day where it lies before the start), or the same moment for all rows. `firstOf`: the
 * first of several that is not blank.
 */
export const MomentSource = z.union([...OneMoment.options, z.strictObject({ firstOf: z.array(OneMoment).min(1) })]);
export type MomentSource = z.output<typeof MomentSource>;

const durationForms = ['seconds', 'milliseconds', 'minutes', 'hours', 'days', 'h:m:s', 'm:s', 'h:m', 'worded'] as const;

/** A duration as a column has it, or the time between two moments. */
export const DurationSource = z.union([
  z.strictObject({
    column: ColumnName,
    as: z.enum(durationForms),
    round: z.boolean().default(false).describe('Round to whole seconds; without it a fraction is refused'),
    negative: z.enum(['refuse', 'missing']).default('refuse'),
  }),
  z.strictObject({ from: MomentSource, to: MomentSource, negative: z.enum(['refuse', 'missing']).default('refuse') }),
]);
export type DurationSource = z.output<typeof DurationSource>;

/** A member of staff by name or by staff number. `none`: words that stand for nobody. */
export const StaffSource = z
  .strictObject({
    column: ColumnName,
    ...cellPart,
    by: z.enum(['name', 'number']),
    name: ColumnName.optional().describe('With `by: number`: the column of the name, for staff that is new'),
    none: z.array(z.string()).default([]),
  })
  .refine(isWholePart, wholePart);
export type StaffSource = z.output<typeof StaffSource>;

/** A customer organisation. `missing`: what happens to one that is not there yet. */
export const AccountSource = z
  .strictObject({
    column: ColumnName,
    ...cellPart,
    by: z.enum(['name', 'number']),
    name: ColumnName.optional().describe('With `by: number`: the column of the name, for an account that is new'),
    none: z.array(z.string()).default([]),
    missing: z.enum(['make', 'refuse', 'leave']).default('refuse'),
  })
  .refine(isWholePart, wholePart);
export type AccountSource = z.output<typeof AccountSource>;

/** Reasons stand below one another so deep. */
export const mostReasonLevels = 3;

/** The reason: one column, or several from the widest to the narrowest. New ones are made. */
export const ReasonSource = z
  .strictObject({
    columns: z.array(ColumnName).min(1).max(mostReasonLevels),
    split: z.string().min(1).optional().describe('Parts the cell of one column into levels, the widest first'),
    none: z.array(z.string()).default([]),
    chinese: z.record(z.string(), z.string()).default({}).describe('Names in Chinese of new reasons, by the word'),
  })
  .refine(({ columns, split }) => split === undefined || columns.length === 1, 'split parts the cell of one column');
export type ReasonSource = z.output<typeof ReasonSource>;

/** A department or team: always the same, or named in a column. */
export const UnitSource = z.union([visibleName(200), z.strictObject({ column: ColumnName })]);
export type UnitSource = z.output<typeof UnitSource>;
