import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { localDay, startOfDay } from '@forecall/domain';
import type { Actor, AuditedAct, AuditTrail } from '../../platform/access/audit-trail.js';
import type { Sql } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';

/** A row before and after an act; null where it was not or is no more. */
export interface RowChange {
  readonly entity: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export interface Row {
  id: string;
  revision: number;
}

/**
 * One administrative act in one transaction: all that the organisation's services write goes through it, so that it is
 * guarded by revisions, audited, and can be undone as one.
 */
export class Act {
  private readonly noted = new Map<string, RowChange>();

  constructor(
    readonly by: Actor,
    readonly at: Date,
    readonly zone: string,
    readonly sql: Sql,
    readonly entities: EntityManager,
    private readonly trail: AuditTrail,
  ) {}

  /** The first instant of a day in the organisation's zone; null stays null. */
  startOf<Day extends string | null>(day: Day): Day extends string ? Date : Date | null;
  startOf(day: string | null): Date | null {
    return day === null ? null : startOfDay(day, this.zone);
  }

  dayOf(at: Date): string {
    return localDay(at, this.zone);
  }

  async find<Entity extends Row>(entity: EntityTarget<Entity> & { name: string }, id: string): Promise<Entity> {
    const row = await this.entities.findOneBy(entity, { id } as FindOptionsWhere<Entity>);
    if (!row) throw notFound(entity.name.toLowerCase());
    return row;
  }

  async add<Entity extends Row>(
    entity: EntityTarget<Entity> & { name: string },
    row: Omit<Entity, 'revision'>,
  ): Promise<Entity> {
    const added = { ...row, revision: 1 } as Entity;
    await this.entities.insert(entity, { ...added } as never);
    this.note(entity.name, null, added);
    return added;
  }

  /** Changes a row as it was read; whoever changed it in between comes first. Also with nothing to set, as a lock. */
  async change<Entity extends Row>(
    entity: EntityTarget<Entity> & { name: string },
    row: Entity,
    set: Partial<Entity>,
    seenRevision: number = row.revision,
  ): Promise<Entity> {
    const after = { ...row, ...set, revision: row.revision + 1 };
    const { affected } = await this.entities.update(entity, { id: row.id, revision: seenRevision }, {
      ...set,
      revision: after.revision,
    } as never);
    if (affected !== 1) throw changedMeanwhile();
    this.note(entity.name, { ...row }, after);
    return after;
  }

  /** Takes back what has not begun. What has begun is ended instead. */
  async withdraw<Entity extends Row>(entity: EntityTarget<Entity> & { name: string }, row: Entity): Promise<void> {
    const { affected } = await this.entities.delete(entity, { id: row.id, revision: row.revision });
    if (affected !== 1) throw changedMeanwhile();
    this.note(entity.name, { ...row }, null);
  }

  /** Each row once, in the order of their first change: as it was before the act, and as it is after it. */
  get changes(): RowChange[] {
    return [...this.noted.values()].filter(({ before, after }) => before !== null || after !== null);
  }

  note(entity: string, before: Row | null, after: Row | null): void {
    const key = `${entity} ${(after ?? before)?.id ?? ''}`;
    const first = this.noted.get(key);
    this.noted.set(key, { entity, before: first ? first.before : before, after });
  }

  record(audited: AuditedAct): Promise<void> {
    return this.trail.record(this.sql, this.by, audited);
  }
}

export const changedMeanwhile = () =>
  conflict('changed-meanwhile', 'Somebody else changed this in the meantime. Read it again, then decide.');
