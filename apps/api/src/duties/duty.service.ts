import { Injectable } from '@nestjs/common';
import type { DutyKind } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';
import { badField, conflict } from '../platform/http/problem.js';
import { NotificationService } from '../notifications/notification.service.js';
import { isAbout } from './duty-about-whom.query.js';
import {
  type DutyColumns,
  insertAbove,
  insertDuty,
  leaderAbove,
  noteChange,
  noteStep,
  sameOpen,
} from './duty-write.query.js';

export { membersWithin } from './duty-sight.js';

/** What a duty is about, such as `{ entity: 'complaint', id }`. */
export interface DutySourceOf {
  readonly entity: string;
  readonly id: string;
}

export interface NewDuty {
  readonly kind: DutyKind;
  /** Left out: of those who lead the unit. */
  readonly ownerId?: string | null;
  readonly teamId?: string | null;
  readonly departmentId?: string | null;
  readonly dueAt: Date;
  /** Left out: nobody is reminded before it is due. */
  readonly remindAt?: Date | null;
  readonly source?: DutySourceOf | null;
  /** What fills the text of the kind. Names as they are shown, in both languages where they have two. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The sign-in that asked for it; null: the program. */
  readonly by: string | null;
}

/** Which open duties: of a source, or of it only those of a kind or of an owner. */
export interface OfSource {
  readonly source: DutySourceOf;
  readonly kind?: DutyKind;
  readonly ownerId?: string;
}

const uniqueViolation = '23505';

/**
 * Everything somebody must do by when. Other features open duties and end them within their own transactions: what
 * they did and the duty are there together or not at all.
 */
@Injectable()
export class DutyService {
  constructor(private readonly notifications: NotificationService) {}

  /** The same duty (kind, source, owner) is open once: opened again, it is the one that is there. */
  async open(sql: Sql, told: NewDuty): Promise<{ id: string; isNew: boolean }> {
    const duty: DutyColumns = {
      ...{ id: uuid(), kind: told.kind, dueAt: told.dueAt, remindAt: told.remindAt ?? null, createdBy: told.by },
      ...{ ownerId: told.ownerId ?? null, teamId: told.teamId ?? null, departmentId: told.departmentId ?? null },
      ...{ source: told.source ?? null, parameters: told.parameters ?? {} },
    };
    if (!(await insertDuty(sql, duty))) {
      const present = await sameOpen(sql, duty);
      if (present) return { id: present, isNew: false };
    }
    await noteChange(sql, [duty.id]);
    if (duty.ownerId)
      await this.notifications.tell(sql, { kind: 'duty-opened', dutyId: duty.id, to: [duty.ownerId], by: told.by });
    return { id: duty.id, isNew: true };
  }

  /** Ends the open duties of a source as done. Gives back how many there were. */
  done(sql: Sql, of: OfSource, by: string | null): Promise<number> {
    return this.endAll(sql, of, 'done', by);
  }

  /** Ends them because there is nothing to be done any more. */
  cancel(sql: Sql, of: OfSource, by: string | null): Promise<number> {
    return this.endAll(sql, of, 'cancelled', by);
  }

  async end(
    sql: Sql,
    dutyId: string,
    { outcome, by, note = '' }: { outcome: 'done' | 'cancelled'; by: string | null; note?: string },
  ): Promise<boolean> {
    const changed = await sql.change(
      `UPDATE duty SET done_at = now(), done_by = $2, outcome = $3, outcome_note = $4, revision = revision + 1
       WHERE id = $1 AND done_at IS NULL`,
      [dutyId, by, outcome, note],
    );
    if (changed === 0) return false;
    await noteStep(sql, dutyId, { act: outcome, by, why: note });
    await noteChange(sql, [dutyId]);
    await this.notifications.dutyEnded(sql, dutyId);
    return true;
  }

  /** An end taken back. */
  async takeUp(sql: Sql, dutyId: string, by: string): Promise<void> {
    await sql
      .change(
        `UPDATE duty SET done_at = NULL, done_by = NULL, outcome = NULL, outcome_note = '', revision = revision + 1 WHERE id = $1`,
        [dutyId],
      )
      .catch((error: unknown) => {
        throw isCode(error, uniqueViolation) ? conflict('duty-open-already', 'The same is open anew already.') : error;
      });
    await noteStep(sql, dutyId, { act: 'taken-up', by });
    await noteChange(sql, [dutyId]);
  }

  /** What fills its text is another by now: those in whose day it is see it at once. */
  async tellAnew(sql: Sql, dutyId: string, parameters: NonNullable<NewDuty['parameters']>): Promise<void> {
    await sql.change('UPDATE duty SET parameters = parameters || $2::jsonb WHERE id = $1', [dutyId, parameters]);
    await noteChange(sql, [dutyId]);
  }

  /** Hands an open duty to somebody else, who is told. A refusal where it is about what they did. */
  async reassign(
    sql: Sql,
    dutyId: string,
    ownerId: string,
    { by, why = '' }: { by: string | null; why?: string },
  ): Promise<boolean> {
    const before = await sql.first<{ ownerId: string | null; name: string | null; isAboutTaker: boolean }>(
      `SELECT d.owner_id AS "ownerId", s.name, ${isAbout('d', '$2')} AS "isAboutTaker"
       FROM duty d LEFT JOIN staff s ON s.id = d.owner_id WHERE d.id = $1 AND d.done_at IS NULL FOR UPDATE OF d`,
      [dutyId, ownerId],
    );
    if (!before || before.ownerId === ownerId) return false;
    if (before.isAboutTaker)
      throw badField({ path: 'ownerId', code: 'duty-about-taker', message: 'is whom it is about: others see to it' });
    const after = await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1', [ownerId]);
    await sql.change('UPDATE duty SET owner_id = $2, revision = revision + 1 WHERE id = $1', [dutyId, ownerId]);
    const names = { before: { owner: before.name ?? '' }, after: { owner: after?.name ?? '' } };
    await noteStep(sql, dutyId, { act: 'handed', by, why, ...names });
    await noteChange(sql, [dutyId], before.ownerId ? [before.ownerId] : []);
    await this.notifications.tell(sql, { kind: 'duty-handed', dutyId, to: [ownerId], by });
    return true;
  }

  /** Another time. Reminders and going up begin anew for it. */
  async move(
    sql: Sql,
    dutyId: string,
    { dueAt, remindAt = null, by, why }: { dueAt: Date; remindAt?: Date | null; by: string | null; why: string },
  ): Promise<boolean> {
    const before = await sql.first<{ dueAt: Date; above: string[] }>(
      `SELECT due_at AS "dueAt", (SELECT coalesce(array_agg(staff_id), '{}') FROM duty_above WHERE duty_id = d.id) AS above
       FROM duty d WHERE id = $1 AND done_at IS NULL FOR UPDATE`,
      [dutyId],
    );
    if (!before) return false;
    await sql.change('UPDATE duty SET due_at = $2, remind_at = $3, revision = revision + 1 WHERE id = $1', [
      ...[dutyId, dueAt, remindAt],
    ]);
    if (dueAt.getTime() > Date.now()) await sql.change('DELETE FROM duty_above WHERE duty_id = $1', [dutyId]);
    const times = { before: { dueAt: before.dueAt.toISOString() }, after: { dueAt: dueAt.toISOString() } };
    await noteStep(sql, dutyId, { act: 'moved', by, why, ...times });
    await noteChange(sql, [dutyId], before.above);
    return true;
  }

  /** Puts an open duty into the day of who leads above, and tells them. Each level once; false: there or nobody there. */
  async goUp(sql: Sql, dutyId: string, to: 'supervisor' | 'head'): Promise<boolean> {
    const staffId = await leaderAbove(sql, dutyId, to);
    if (!staffId || !(await insertAbove(sql, dutyId, to, staffId))) return false;
    const named = await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1', [staffId]);
    await noteStep(sql, dutyId, { act: 'gone-up', by: null, after: { owner: named?.name ?? '' } });
    await noteChange(sql, [dutyId]);
    await this.notifications.tell(sql, { kind: 'duty-gone-up', dutyId, to: [staffId], by: null });
    return true;
  }

  private async endAll(
    sql: Sql,
    { source, kind, ownerId }: OfSource,
    outcome: 'done' | 'cancelled',
    by: string | null,
  ): Promise<number> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT id FROM duty WHERE source_entity = $1 AND source_id = $2 AND done_at IS NULL
         AND ($3::text IS NULL OR kind = $3) AND ($4::uuid IS NULL OR owner_id = $4) ORDER BY id`,
      [source.entity, source.id, kind ?? null, ownerId ?? null],
    );
    let ended = 0;
    for (const { id } of rows) ended += (await this.end(sql, id, { outcome, by })) ? 1 : 0;
    return ended;
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
