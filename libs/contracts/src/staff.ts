import { z } from 'zod';
import { LeadingRole, LocalDay, Name, period, Revision, Zone } from './organisation.js';
import { Email, uuid } from './written.js';

export const StaffTeam = z
  .object({
    membershipId: uuid,
    teamId: uuid,
    teamName: z.string(),
    departmentId: uuid,
    departmentName: z.string(),
    ...period,
  })
  .meta({ id: 'StaffTeam' });
export type StaffTeam = z.infer<typeof StaffTeam>;

export const StaffLeads = z
  .object({
    id: uuid,
    role: LeadingRole,
    unit: z.enum(['team', 'department']),
    unitId: uuid,
    unitName: z.string(),
    unitRevision: Revision,
    ...period,
  })
  .meta({ id: 'StaffLeads' });
export type StaffLeads = z.infer<typeof StaffLeads>;

const person = {
  id: uuid,
  name: z.string(),
  externalId: z.string().nullable().describe("The staff number of the company's own system"),
  email: z.string().nullable(),
  leftOn: LocalDay.nullable().describe('The last day at work'),
  revision: Revision,
};

export const StaffEntry = z
  .object({
    ...person,
    team: StaffTeam.nullable().describe('As of now'),
    nextTeam: StaffTeam.nullable().describe('The next change that is already dated'),
    leads: z.array(StaffLeads).describe('As of now'),
  })
  .meta({ id: 'StaffEntry' });
export type StaffEntry = z.infer<typeof StaffEntry>;

export const staffSorts = ['name', '-name', 'number', '-number'] as const;

export const StaffQuery = z.strictObject({
  search: z.string().trim().max(100).default('').describe('In name, pinyin, staff number and e-mail'),
  department: uuid.optional(),
  team: uuid.optional(),
  state: z.enum(['present', 'left', 'all', 'without-team']).default('present'),
  sort: z.enum(staffSorts).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_/)
    .max(400)
    .optional()
    .describe('`next` of the page before'),
});
export type StaffQuery = z.infer<typeof StaffQuery>;

export const StaffPage = z
  .object({ staff: z.array(StaffEntry), total: z.number().int(), next: z.string().nullable() })
  .meta({ id: 'StaffPage' });
export type StaffPage = z.infer<typeof StaffPage>;

/** One person with everything dated about them, the newest first. */
export const StaffFile = z
  .object({
    ...person,
    zone: z.string().nullable(),
    extension: z.string().nullable().describe('The number of their telephone, as the telephone system tells it'),
    memberships: z.array(StaffTeam),
    leads: z.array(StaffLeads),
  })
  .meta({ id: 'StaffFile' });
export type StaffFile = z.infer<typeof StaffFile>;

const details = {
  name: Name,
  externalId: z.string().trim().min(1).max(60).nullable().default(null),
  email: Email.nullable().default(null),
  zone: Zone.nullable().default(null).describe("null: the organisation's"),
  extension: z.string().trim().min(1).max(40).nullable().default(null),
};

export const HireStaff = z
  .strictObject({
    ...details,
    teamId: uuid.nullable().default(null),
    from: LocalDay.nullable().default(null).describe('First day in the team; null: since before the records begin'),
  })
  .meta({ id: 'HireStaff' });
export type HireStaff = z.infer<typeof HireStaff>;

export const ChangeStaff = z.strictObject({ ...details, revision: Revision }).meta({ id: 'ChangeStaff' });
export type ChangeStaff = z.infer<typeof ChangeStaff>;

export const MoveStaff = z
  .strictObject({
    teamId: uuid,
    from: LocalDay,
    until: LocalDay.nullable().default(null).describe('The first day on which it holds no more'),
    revision: Revision.describe('Of the person'),
  })
  .meta({ id: 'MoveStaff' });
export type MoveStaff = z.infer<typeof MoveStaff>;

export const LeaveStaff = z.strictObject({ lastDay: LocalDay, revision: Revision }).meta({ id: 'LeaveStaff' });
export type LeaveStaff = z.infer<typeof LeaveStaff>;

export const WithdrawQuery = z.strictObject({ revision: z.coerce.number().int().min(1) });
export type WithdrawQuery = z.infer<typeof WithdrawQuery>;
