import { Inject, Injectable } from '@nestjs/common';
import type {
  OpenedWallboard,
  OpenWallboard,
  WallboardEntry,
  WallboardPage,
  WallboardQuery,
} from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { newSecret } from '../../platform/access/secret.js';
import { hasRole, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import {
  addWallboard,
  openDepartment,
  revokeWallboard,
  wallboardInReach,
  wallboardPage,
} from './wallboard-list.query.js';

/** Which wallboards somebody may see and revoke: the own ones, those of departments led, all for executives and admins. */
export interface WallboardReach {
  readonly everything: boolean;
  readonly signInId: string;
  readonly departmentIds: readonly string[];
}

const wallboardReach = (viewer: Viewer): WallboardReach => ({
  everything: hasRole(viewer, 'executive', 'admin'),
  signInId: viewer.signInId,
  departmentIds: reachOf(viewer).departmentIds,
});

/** Links for big screens: read only, one scope, no customers' names, good until revoked. */
@Injectable()
export class WallboardsService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(viewer: Viewer, query: WallboardQuery): Promise<WallboardPage> {
    const found = await wallboardPage(this.database, wallboardReach(viewer), { ...query, limit: query.limit + 1 });
    const wallboards = found.slice(0, query.limit);
    return { wallboards, next: found.length > wallboards.length ? (wallboards.at(-1)?.id ?? null) : null };
  }

  /** Department figures are for every leader, so every leader may hang up any department. */
  open(by: Viewer, { name, departmentId, locale }: OpenWallboard, base: string): Promise<OpenedWallboard> {
    const { secret, hash } = newSecret();
    return this.database.transaction(async (sql) => {
      const department = departmentId === null ? null : await openDepartment(sql, departmentId);
      if (department === undefined) throw notFound('department');
      const id = await addWallboard(sql, { hash, name, departmentId, locale, createdBy: by.signInId });
      await this.trail.record(sql, by, {
        ...{ act: 'wallboard.opened', entity: 'wallboard', id, name },
        after: { department: department?.name ?? null },
      });
      const wallboard = await wallboardInReach(sql, wallboardReach(by), id);
      if (!wallboard) throw notFound('wallboard');
      return { wallboard, address: new URL(`/wallboard/${secret}`, this.config.PUBLIC_URL ?? base).href };
    });
  }

  revoke(by: Viewer, id: string): Promise<WallboardEntry> {
    return this.database.transaction(async (sql) => {
      const wallboard = await wallboardInReach(sql, wallboardReach(by), id);
      if (!wallboard) throw notFound('wallboard');
      if ((await revokeWallboard(sql, id)) === 1)
        await this.trail.record(sql, by, { act: 'wallboard.revoked', entity: 'wallboard', id, name: wallboard.name });
      return (await wallboardInReach(sql, wallboardReach(by), id)) ?? wallboard;
    });
  }
}
