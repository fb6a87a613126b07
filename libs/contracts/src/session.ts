import { z } from 'zod';

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
    unitId: z.uuid().nullable(),
    unitName: z.string().nullable(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof Grant>;

/** Who is signed in, and what the console needs to draw itself for them. */
export const Me = z
  .object({
    signInId: z.uuid(),
    staffId: z.uuid(),
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

export const ChangePasswordRequest = z
  .strictObject({
    currentPassword: z.string().min(1).max(256),
    newPassword: z.string().min(12).max(256),
  })
  .meta({ id: 'ChangePasswordRequest' });

export const SetLocaleRequest = z.strictObject({ locale: LocaleName.nullable() }).meta({ id: 'SetLocaleRequest' });

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
export const OwnSessions = z.object({ sessions: z.array(OwnSession) }).meta({ id: 'OwnSessions' });

/** What a one-time link (invitation or reset) is for, shown before a password is chosen. */
export const OneTimeLink = z
  .object({
    purpose: z.enum(['invitation', 'reset', 'first-run']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

export const RedeemLinkRequest = z
  .strictObject({
    password: z.string().min(12).max(256),
    name: z.string().trim().min(1).max(120).optional().describe('first-run only'),
    email: z.email().max(254).optional().describe('first-run only'),
    organisationName: z.string().trim().min(1).max(120).optional().describe('first-run only'),
    zone: z.string().max(64).optional().describe('first-run only: IANA time zone'),
  })
  .meta({ id: 'RedeemLinkRequest' });
