import { z } from 'zod';
import { HandedLink } from './links.js';
import { LocalDay, Name, Revision } from './organisation.js';
import { Grant, LocaleName, RoleName } from './session.js';
import { uuid } from './written.js';

/** A role with its time. `to` null: until further notice; at `to` it holds no more. */
export const RoleGrant = Grant.extend({
  id: uuid,
  from: z.iso.datetime(),
  to: z.iso.datetime().nullable(),
  grantedBy: z.string().nullable().describe('Name; null: by the program, at the first run or by an import'),
}).meta({ id: 'RoleGrant' });
export type RoleGrant = z.infer<typeof RoleGrant>;

export const userStates = ['active', 'invited', 'disabled', 'left'] as const;
export const UserState = z.enum(userStates).meta({ id: 'UserState' });
export type UserState = z.infer<typeof UserState>;

const user = {
  id: uuid.describe('Of the sign-in'),
  staffId: uuid,
  name: z.string(),
  externalId: z.string().nullable().describe('Staff number'),
  email: z.string(),
  state: UserState.describe('invited: no password chosen yet; left: the last day at work is over'),
  roles: z.array(RoleGrant).describe('Present and coming, the earliest first'),
  lastSeenAt: z.iso.datetime().nullable().describe('Last use of a session that is still open'),
  createdAt: z.iso.datetime(),
  revision: Revision,
};

export const UserEntry = z.object(user).meta({ id: 'UserEntry' });
export type UserEntry = z.infer<typeof UserEntry>;

export const UserFile = z
  .object({
    ...user,
    pastRoles: z.array(RoleGrant).describe('The latest ended first, at most 200'),
    openSessions: z.number().int(),
    activeTokens: z.number().int(),
  })
  .meta({ id: 'UserFile' });
export type UserFile = z.infer<typeof UserFile>;

export const UserQuery = z.strictObject({
  search: z.string().trim().max(100).default('').describe('In name, pinyin, staff number and e-mail'),
  role: RoleName.optional().describe('As of now'),
  state: z.enum([...userStates, 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: uuid.optional().describe('`next` of the page before'),
});
export type UserQuery = z.infer<typeof UserQuery>;

export const UserPage = z
  .object({ users: z.array(UserEntry), total: z.number().int(), next: z.string().nullable() })
  .meta({ id: 'UserPage' });
export type UserPage = z.infer<typeof UserPage>;

export const GiveRole = z
  .strictObject({
    role: RoleName,
    unitId: uuid.nullable().default(null).describe("The supervisor's team, the head's department; else null"),
    from: LocalDay.nullable().default(null).describe('First day; null: at once'),
    until: LocalDay.nullable().default(null).describe('The first day on which it holds no more'),
  })
  .meta({ id: 'GiveRole' });
export type GiveRole = z.infer<typeof GiveRole>;

export const EndRole = z
  .strictObject({ from: LocalDay.nullable().default(null).describe('First day without it; null: at once') })
  .meta({ id: 'EndRole' });
export type EndRole = z.infer<typeof EndRole>;

export const InviteUser = z
  .strictObject({
    who: z.union([
      z.strictObject({ staffId: uuid }),
      z.strictObject({ name: Name, externalId: z.string().trim().min(1).max(60).nullable().default(null) }),
    ]),
    email: z.email().max(254),
    locale: LocaleName.nullable().default(null),
    roles: z.array(GiveRole).min(1).max(20),
  })
  .meta({ id: 'InviteUser' });
export type InviteUser = z.infer<typeof InviteUser>;

export const InvitedUser = z.object({ user: UserEntry, link: HandedLink }).meta({ id: 'InvitedUser' });
export type InvitedUser = z.infer<typeof InvitedUser>;

export const ChangeUser = z.strictObject({ email: z.email().max(254), revision: Revision }).meta({ id: 'ChangeUser' });
export type ChangeUser = z.infer<typeof ChangeUser>;
