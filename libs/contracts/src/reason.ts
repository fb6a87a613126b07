import { z } from 'zod';
import { LocalDay, Name, period, Revision } from './organisation.js';
import { uuid } from './written.js';

export const ReasonEntry = z
  .object({
    id: uuid,
    parentId: uuid.nullable(),
    nameEn: z.string(),
    nameZh: z.string(),
    departmentId: uuid.nullable().describe('Its own; null: that of its parent'),
    answerableDepartmentId: uuid.describe('Its own, else that of the nearest parent with one'),
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
  departmentId: uuid.nullable().default(null).describe("The answerable department; null: the parent's"),
};

export const AddReason = z
  .strictObject({
    ...details,
    parentId: uuid.nullable().default(null),
    beforeId: uuid.nullable().default(null).describe('The sibling it stands before; null: last'),
    from: LocalDay.nullable().default(null).describe('null: since before the records begin'),
  })
  .meta({ id: 'AddReason' });
export type AddReason = z.infer<typeof AddReason>;

export const ChangeReason = z.strictObject({ ...details, revision: Revision }).meta({ id: 'ChangeReason' });
export type ChangeReason = z.infer<typeof ChangeReason>;

export const PlaceReason = z
  .strictObject({
    parentId: uuid.nullable(),
    beforeId: uuid.nullable().describe('The sibling it stands before; null: last'),
    revision: Revision,
  })
  .meta({ id: 'PlaceReason' });
export type PlaceReason = z.infer<typeof PlaceReason>;

export const CloseReason = z.strictObject({ from: LocalDay, revision: Revision }).meta({ id: 'CloseReason' });
export type CloseReason = z.infer<typeof CloseReason>;
