import { z } from 'zod';
import { LocaleName } from './session.js';
import { uuid, visibleName } from './written.js';

export const WallboardEntry = z
  .object({
    id: uuid,
    name: z.string(),
    departmentId: uuid.nullable().describe('null: the whole organisation'),
    departmentName: z.string().nullable(),
    locale: LocaleName,
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WallboardEntry' });
export type WallboardEntry = z.infer<typeof WallboardEntry>;

export const WallboardQuery = z.strictObject({
  state: z.enum(['active', 'revoked', 'all']).default('active'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: uuid.optional().describe('`next` of the page before'),
});
export type WallboardQuery = z.infer<typeof WallboardQuery>;

export const WallboardPage = z
  .object({ wallboards: z.array(WallboardEntry), next: z.string().nullable() })
  .meta({ id: 'WallboardPage' });
export type WallboardPage = z.infer<typeof WallboardPage>;

export const OpenWallboard = z
  .strictObject({
    name: visibleName(80),
    departmentId: uuid.nullable().default(null),
    locale: LocaleName,
  })
  .meta({ id: 'OpenWallboard' });
export type OpenWallboard = z.infer<typeof OpenWallboard>;

export const OpenedWallboard = z
  .object({ wallboard: WallboardEntry, address: z.url().describe('Shown this once') })
  .meta({ id: 'OpenedWallboard' });
export type OpenedWallboard = z.infer<typeof OpenedWallboard>;
