import { z } from 'zod';
import { LocalDay, Name, period, Revision } from './organisation.js';

export const ReasonEntry = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    nameEn: z.string(),
    nameZh: z.string(),
    departmentId: z.uuid().nullable().describe('Its own; null: that of its parent'),
    answerableDepartmentId: z.uuid().describe('Its own, else that of the nearest parent with one'),
    depth: z.number().int().describe('0: has no parent'),
    ...period,
    revision: Revision,
  })
  .meta({ id: 'ReasonEntry' });
export type ReasonEntry = z.infer<typeof ReasonEntry>;

export const ReasonQuery = z.strictObject({
  closed: z.enum(['yes', 'no']).default('no').describe('yes: with those closed by now'),
});
export type ReasonQuery = z.infer<typeof ReasonQuery>;

/** In the order of the tree: each reason is followed by those below it. */
export const ReasonTree = z.object({ reasons: z.array(ReasonEntry) }).meta({ id: 'ReasonTree' });
export type ReasonTree = z.infer<typeof ReasonTree>;

const details = {
  nameEn: Name,
  nameZh: Name,
  departmentId: z.uuid().nullable().default(null).describe("The answerable department; null: the parent's"),
};

export const AddReason = z
  .strictObject({
    ...details,
    parentId: z.uuid().nullable().default(null),
    beforeId: z.uuid().nullable().default(null).describe('The sibling it stands before; null: last'),
    from: LocalDay.nullable().default(null).describe('null: since before the records begin'),
  })
  .meta({ id: 'AddReason' });
export type AddReason = z.infer<typeof AddReason>;

export const ChangeReason = z.strictObject({ ...details, revision: Revision }).meta({ id: 'ChangeReason' });
export type ChangeReason = z.infer<typeof ChangeReason>;

export const PlaceReason = z
  .strictObject({
    parentId: z.uuid().nullable(),
    beforeId: z.uuid().nullable().describe('The sibling it stands before; null: last'),
    revision: Revision,
  })
  .meta({ id: 'PlaceReason' });
export type PlaceReason = z.infer<typeof PlaceReason>;

export const CloseReason = z.strictObject({ from: LocalDay, revision: Revision }).meta({ id: 'CloseReason' });
export type CloseReason = z.infer<typeof CloseReason>;
