import { z } from 'zod';
import { Name, Zone } from './organisation.js';
import { LocaleName, NewPassword } from './session.js';

export const linkPurposes = ['invitation', 'reset', 'first-run'] as const;
export const LinkPurpose = z.enum(linkPurposes).meta({ id: 'LinkPurpose' });
export type LinkPurpose = z.infer<typeof LinkPurpose>;

/** The secret part of a one-time link. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/);

/** What a one-time link is for, shown before a password is chosen. */
export const OneTimeLink = z
  .object({
    purpose: LinkPurpose,
    name: z.string().nullable().describe('Whose; null on the first run'),
    email: z.string().nullable(),
    organisationName: z.string().nullable().describe('null: there is none yet, and the first run names it'),
    zone: z.string().nullable().describe("The organisation's, in which times are said"),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

export const RedeemLinkRequest = z
  .strictObject({
    password: NewPassword,
    locale: LocaleName.optional().describe('The language that is shown now'),
    name: Name.optional().describe("first-run only: the administrator's"),
    email: z.email().max(254).optional().describe('first-run only'),
    organisationName: Name.optional().describe('first-run only, where there is none yet'),
    zone: Zone.optional().describe('first-run only, where there is none yet'),
  })
  .meta({ id: 'RedeemLinkRequest' });
export type RedeemLinkRequest = z.infer<typeof RedeemLinkRequest>;

/** A one-time link to hand over. It is shown this once. */
export const HandedLink = z
  .object({ purpose: LinkPurpose, address: z.url(), expiresAt: z.iso.datetime() })
  .meta({ id: 'HandedLink' });
export type HandedLink = z.infer<typeof HandedLink>;
