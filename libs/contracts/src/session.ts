import { z } from 'zod';
import { uuid } from './written.js';

export const roleNames = ['rep', 'supervisor', 'head', 'executive', 'admin'] as const;
export const RoleName = z.enum(roleNames).meta({ id: 'RoleName' });
export type RoleName = z.infer<typeof RoleName>;

export const localeNames = ['en', 'zh'] as const;
export const LocaleName = z.enum(localeNames).meta({ id: 'LocaleName' });
export type LocaleName = z.infer<typeof LocaleName>;

export const SignInRequest = z
  .strictObject({
    login: z.string().trim().min(1).max(254).describe('Work e-mail or staff number'),
    password: z.string().min(1).max(256),
  })
  .meta({ id: 'SignInRequest' });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** A role as granted: what somebody may do, and where. `unitId` is null for the roles of the whole organisation. */
export const Grant = z
  .object({
    role: RoleName,
    unit: z.enum(['organisation', 'department', 'team', 'self']),
    unitId: uuid.nullable(),
    unitName: z.string().nullable(),
    unitNameZh: z.string().nullable().optional(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof Grant>;

/** Who is signed in, and what the console needs to draw itself for them. */
export const Me = z
  .object({
    signInId: uuid,
    staffId: uuid,
    name: z.string(),
    email: z.string(),
    locale: LocaleName.nullable().describe('null: the browser decides'),
    grants: z.array(Grant),
    organisation: z.object({ name: z.string(), zone: z.string().describe('IANA time zone') }),
    build: z.string().describe('Changes with each release; a console of another build offers to reload'),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const NewPassword = z.string().min(12).max(256).describe('Any characters, spaces too');

export const ChangePasswordRequest = z
  .strictObject({
    currentPassword: z.string().min(1).max(256),
    newPassword: NewPassword,
  })
  .meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

export const SetLocaleRequest = z.strictObject({ locale: LocaleName.nullable() }).meta({ id: 'SetLocaleRequest' });
export type SetLocaleRequest = z.infer<typeof SetLocaleRequest>;

/** One of the viewer's own sessions; `current` is the one that asks. */
export const OwnSession = z
  .object({
    id: z.string().describe('First 16 hex digits of the session hash: names it, does not open it'),
    startedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    userAgent: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;
export const OwnSessions = z
  .object({ sessions: z.array(OwnSession).describe('The latest used first; nobody has more than 50') })
  .meta({ id: 'OwnSessions' });
export type OwnSessions = z.infer<typeof OwnSessions>;
