import { z } from 'zod';
import { LocaleName } from './session.js';
import { day, uuid, visibleName } from './written.js';

/** A day in the organisation's zone. What is dated "from" a day begins with its first instant there. */
export const LocalDay = day;
export const Revision = z.number().int().min(1).describe('As last read; an act on an older one is refused');
export const Name = visibleName(120);
export const RecordId = uuid;
const instant = z.iso.datetime();

/**
 * Names of places, and the two of the whole world. Offsets are none: PostgreSQL turns the sign of `+08:00` around. Nor are
 * abbreviations such as CET, which are a zone with summer time here and an offset without it there.
 */
const zoneName = /^(?:UTC|GMT|[A-Za-z][\w+-]*(?:\/[\w+-]+)+)$/;

function isZone(zone: string): boolean {
  if (!zoneName.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
export const Zone = z.string().min(1).max(64).refine(isZone, 'must be an IANA time zone').describe('IANA time zone');

/** When something holds. `from` null: since before the records begin; `to` null: still so; at `to` it holds no more. */
export const period = { from: instant.nullable(), to: instant.nullable() };

export const leadingRoles = ['supervisor', 'head', 'stand-in'] as const;
export const LeadingRole = z.enum(leadingRoles).meta({ id: 'LeadingRole' });
export type LeadingRole = z.infer<typeof LeadingRole>;

export const Leader = z
  .object({ id: uuid, staffId: uuid, name: z.string(), role: LeadingRole, ...period })
  .meta({ id: 'Leader' });
export type Leader = z.infer<typeof Leader>;

const unit = { id: uuid, name: z.string(), nameZh: z.string().nullable(), ...period, revision: Revision };

export const TeamEntry = z
  .object({
    ...unit,
    departmentId: uuid,
    memberCount: z.number().int(),
    leaders: z.array(Leader).describe('Present and coming, the earliest first'),
  })
  .meta({ id: 'TeamEntry' });
export type TeamEntry = z.infer<typeof TeamEntry>;

export const DepartmentEntry = z
  .object({
    ...unit,
    leaders: z.array(Leader).describe('Present and coming, the earliest first'),
    teams: z.array(TeamEntry),
  })
  .meta({ id: 'DepartmentEntry' });
export type DepartmentEntry = z.infer<typeof DepartmentEntry>;

/** ISO 3166 */
const Country = z.string().regex(/^[A-Z]{2}$/, 'is no country (CN)');

export const OrganisationSettings = z
  .object({
    name: z.string(),
    zone: z.string(),
    locale: LocaleName,
    country: z.string().nullable().describe('Where telephone numbers without their country are from'),
    isDemo: z.boolean(),
    revision: Revision,
  })
  .meta({ id: 'OrganisationSettings' });
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

export const StructureQuery = z.strictObject({
  on: LocalDay.optional().describe('As it stands when this day ends; without it: now'),
  closed: z.enum(['yes', 'no']).default('no').describe('yes: with what was closed by then'),
});
export type StructureQuery = z.infer<typeof StructureQuery>;

/** Departments with their teams and leaders as of one instant; what begins later is included and says when. */
export const Structure = z
  .object({
    asOf: instant,
    today: LocalDay,
    organisation: OrganisationSettings,
    departments: z.array(DepartmentEntry),
    withoutTeamCount: z.number().int().describe('Staff at work who are in no team'),
    isComplete: z.boolean().describe('false: there are more teams than one answer holds'),
  })
  .meta({ id: 'Structure' });
export type Structure = z.infer<typeof Structure>;

/** The answer to every act: what it was done to, its new revision, and the name by which it can be undone for minutes. */
export const Acted = z.object({ act: uuid, id: uuid, revision: Revision }).meta({ id: 'Acted' });
export type Acted = z.infer<typeof Acted>;

export const ChangeOrganisation = z
  .strictObject({
    name: Name.optional(),
    zone: Zone.optional(),
    locale: LocaleName.optional(),
    country: Country.nullable().optional(),
    revision: Revision,
  })
  .meta({ id: 'ChangeOrganisation' });
export type ChangeOrganisation = z.infer<typeof ChangeOrganisation>;

const names = { name: Name, nameZh: Name.nullable().default(null) };

export const OpenDepartment = z
  .strictObject({ ...names, from: LocalDay.nullable().default(null).describe('null: since before the records begin') })
  .meta({ id: 'OpenDepartment' });
export type OpenDepartment = z.infer<typeof OpenDepartment>;

export const OpenTeam = z.strictObject({ ...OpenDepartment.shape, departmentId: uuid }).meta({ id: 'OpenTeam' });
export type OpenTeam = z.infer<typeof OpenTeam>;

export const RenameUnit = z.strictObject({ ...names, revision: Revision }).meta({ id: 'RenameUnit' });
export type RenameUnit = z.infer<typeof RenameUnit>;

export const CloseDepartment = z.strictObject({ from: LocalDay, revision: Revision }).meta({ id: 'CloseDepartment' });
export type CloseDepartment = z.infer<typeof CloseDepartment>;

export const CloseTeam = z
  .strictObject({
    ...CloseDepartment.shape,
    membersTo: uuid.nullable().default(null).describe('The team its members go to; null: they are without one'),
  })
  .meta({ id: 'CloseTeam' });
export type CloseTeam = z.infer<typeof CloseTeam>;

export const Reopen = z.strictObject({ revision: Revision }).meta({ id: 'Reopen' });
export type Reopen = z.infer<typeof Reopen>;

export const AppointLeader = z
  .strictObject({
    staffId: uuid,
    role: LeadingRole,
    from: LocalDay,
    until: LocalDay.nullable().default(null).describe('The first day on which it holds no more'),
    revision: Revision.describe('Of the team or department'),
  })
  .meta({ id: 'AppointLeader' });
export type AppointLeader = z.infer<typeof AppointLeader>;

export const EndDated = z
  .strictObject({ from: LocalDay.describe('The first day on which it holds no more'), revision: Revision })
  .meta({ id: 'EndDated' });
export type EndDated = z.infer<typeof EndDated>;

export const effectKinds = ['staff', 'team', 'department', 'reason'] as const;
export const EffectsQuery = z.strictObject({ of: z.enum(effectKinds), id: uuid, from: LocalDay });
export type EffectsQuery = z.infer<typeof EffectsQuery>;

/** What was recorded since a day in the past and keeps the attribution it has: dating back changes no past figure. */
export const Effects = z
  .object({
    contacts: z.number().int(),
    complaints: z.number().int(),
    answers: z.number().int(),
    atMost: z.number().int().describe('Each is counted up to here'),
  })
  .meta({ id: 'Effects' });
export type Effects = z.infer<typeof Effects>;
