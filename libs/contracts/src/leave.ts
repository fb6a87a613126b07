import { z } from 'zod';
import { LocalDay, Revision } from './organisation.js';
import { freeText, Named, next, pageQuery, uuid } from './written.js';

export const leaveKinds = ['annual', 'sick', 'parental', 'training', 'other'] as const;
export const LeaveKind = z.enum(leaveKinds).meta({ id: 'LeaveKind' });
export type LeaveKind = z.infer<typeof LeaveKind>;

/** Somebody's time off, both days included. */
export const LeaveEntry = z
  .object({
    id: uuid,
    staff: Named,
    from: LocalDay,
    to: LocalDay,
    fromMidday: z.boolean(),
    untilMidday: z.boolean(),
    kind: LeaveKind.nullable().describe('null: withheld from who stands in'),
    standIn: Named.nullable(),
    note: z.string().nullable().describe('null: withheld'),
    mayChange: z.boolean().describe('Whether who asks may change it'),
    revision: Revision,
  })
  .meta({ id: 'LeaveEntry' });
export type LeaveEntry = z.infer<typeof LeaveEntry>;

export const LeaveQuery = z.strictObject({
  from: LocalDay.optional().describe('Lasts until this day or longer; left out: today'),
  to: LocalDay.optional().describe('Begins on this day or before'),
  staffId: uuid.optional(),
  ...pageQuery,
});
export type LeaveQuery = z.output<typeof LeaveQuery>;

export const LeaveList = z.object({ leaves: z.array(LeaveEntry), next }).meta({ id: 'LeaveList' });
export type LeaveList = z.infer<typeof LeaveList>;

const fields = {
  from: LocalDay,
  to: LocalDay.describe('The last day of it'),
  fromMidday: z.boolean().default(false).describe('Half of the first day is worked'),
  untilMidday: z.boolean().default(false).describe('Half of the last day is worked'),
  kind: LeaveKind.default('annual'),
  standInId: uuid.nullable().default(null),
  note: freeText(500).default(''),
};

interface Told {
  readonly from: string;
  readonly to: string;
  readonly fromMidday: boolean;
  readonly untilMidday: boolean;
}
const lasts = ({ from, to, fromMidday, untilMidday }: Told) =>
  from < to || (from === to && !(fromMidday && untilMidday));
const lastsRule = { path: ['to'], message: 'must not come before the first' };

export const EnterLeave = z
  .strictObject({ staffId: uuid, ...fields })
  .refine(lasts, lastsRule)
  .meta({ id: 'EnterLeave' });
export type EnterLeave = z.output<typeof EnterLeave>;

export const ChangeLeave = z
  .strictObject({ ...fields, revision: Revision })
  .refine(lasts, lastsRule)
  .meta({ id: 'ChangeLeave' });
export type ChangeLeave = z.output<typeof ChangeLeave>;
