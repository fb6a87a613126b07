import { z } from 'zod';
import { ColumnName, Condition } from './condition.js';
import { MomentFormat, MomentSource } from './source.js';

/** What a row has that no field takes. */
export const Attribute = z.union([
  z.strictObject({ column: ColumnName, as: z.literal('text').default('text') }),
  z.strictObject({ column: ColumnName, as: z.literal('number') }),
  z.strictObject({ column: ColumnName, as: z.literal('date'), format: MomentFormat }),
  z.strictObject({
    column: ColumnName,
    as: z.literal('yes-no'),
    yes: z.array(z.string()).default([]),
    no: z.array(z.string()).default([]),
    otherwise: z.enum(['yes', 'no']).optional(),
  }),
  z.strictObject({ when: Condition }).describe('Yes where the condition holds, else no'),
  z
    .strictObject({ from: MomentSource, to: MomentSource, in: z.enum(['seconds', 'minutes', 'hours', 'days']) })
    .describe('The time between two moments, below zero where the second is earlier; days: calendar days'),
]);
export type AttributeSource = z.output<typeof Attribute>;

/** The rule of a contact's attributes everywhere: letters and figures of any script, and a few signs. */
export const attributeNamePattern = /^[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}$/u;
export const AttributeName = z
  .string()
  .regex(attributeNamePattern, 'is no name of an attribute: letters, figures, space and _ . ( ) / - only');
