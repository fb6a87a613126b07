import { z } from 'zod';
import { uuid, visibleName } from './written.js';

export const tokenScopes = [
  'organisation:read',
  'organisation:write',
  'customers:read',
  'contacts:read',
  'contacts:write',
  'figures:read',
] as const;
export const TokenScope = z.enum(tokenScopes).meta({ id: 'TokenScope' });
export type TokenScope = z.infer<typeof TokenScope>;

export const tokenStates = ['active', 'expired', 'revoked'] as const;

export const TokenEntry = z
  .object({
    id: uuid,
    name: z.string(),
    signInId: uuid.describe('For whom it acts, never with more than the roles that person has at the moment'),
    actsFor: z.string().describe('Name'),
    scopes: z.array(TokenScope),
    state: z.enum(tokenStates),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TokenEntry' });
export type TokenEntry = z.infer<typeof TokenEntry>;

export const TokenQuery = z.strictObject({
  state: z.enum(['active', 'over', 'all']).default('active'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: uuid.optional().describe('`next` of the page before'),
});
export type TokenQuery = z.infer<typeof TokenQuery>;

export const TokenPage = z
  .object({ tokens: z.array(TokenEntry), next: z.string().nullable() })
  .meta({ id: 'TokenPage' });
export type TokenPage = z.infer<typeof TokenPage>;

export const MakeToken = z
  .strictObject({
    name: visibleName(80),
    signInId: uuid.nullable().default(null).describe('For whom it acts; null: for oneself'),
    scopes: z.array(TokenScope).min(1).max(tokenScopes.length),
    days: z.number().int().min(1).max(366).describe('From now until it expires'),
  })
  .meta({ id: 'MakeToken' });
export type MakeToken = z.infer<typeof MakeToken>;

export const MadeToken = z
  .object({ token: TokenEntry, secret: z.string().describe('Shown this once') })
  .meta({ id: 'MadeToken' });
export type MadeToken = z.infer<typeof MadeToken>;
