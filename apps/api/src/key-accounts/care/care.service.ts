import { Injectable } from '@nestjs/common';
import type { CareActed, EndCare, GiveCare, SetCareClass } from '@forecall/contracts';
import { startOfDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { type LockedAccount, lockToDirect } from '../account-lock.query.js';

interface Held {
  readonly id: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** Who cares for an account and in which class it is: both dated, so that no past figure moves. */
@Injectable()
export class CareService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  /** From a moment on; what is set for later stands in the way, because it was decided knowing more. */
  setClass(viewer: Viewer, accountId: string, { class: wanted, from, why }: SetCareClass): Promise<CareActed> {
    return this.database.transaction(async (sql) => {
      const account = await lockToDirect(sql, viewer, accountId);
      const begin = await momentOf(sql, from);
      const held = await sql.rows<Held & { class: string }>(
        `SELECT id, class, "from", "to" FROM account_class WHERE account_id = $1 AND ("to" IS NULL OR "to" > $2) ORDER BY "from"`,
        [accountId, begin],
      );
      const later = held.find((row) => row.from > begin);
      if (later) throw setLater(later.from);
      const present = held[0];
      if ((present?.class ?? null) === wanted) throw isSo();
      await endAt(sql, 'account_class', present, begin);
      const made = wanted === null ? null : uuid();
      if (made !== null)
        await sql.change(
          'INSERT INTO account_class (id, account_id, class, "from", why, set_by) VALUES ($1, $2, $3, $4, $5, $6)',
          [made, accountId, wanted, begin, why, viewer.signInId],
        );
      const undo = undoOf(made, present, begin);
      await this.record(sql, viewer, account, 'account.classed', {
        before: { class: present?.class ?? null },
        ...{ after: { class: wanted, from: begin, why }, undo },
      });
      return { undo };
    });
  }

  /** A new rep in care takes over from the one before; support staff come beside those who are there. */
  give(viewer: Viewer, accountId: string, { staffId, part, from }: GiveCare): Promise<CareActed> {
    return this.database.transaction(async (sql) => {
      const account = await lockToDirect(sql, viewer, accountId);
      const begin = await momentOf(sql, from);
      const staff = await sql.first<{ name: string; hasLeft: boolean }>(
        'SELECT name, left_on IS NOT NULL AS "hasLeft" FROM staff WHERE id = $1',
        [staffId],
      );
      if (!staff) throw badField({ path: 'staffId', code: 'unknown-staff', message: 'there is nobody of this id' });
      if (staff.hasLeft) throw badField({ path: 'staffId', code: 'staff-has-left', message: 'has left' });
      const held = await sql.rows<Held & { staffId: string }>(
        `SELECT id, staff_id AS "staffId", "from", "to" FROM account_care
         WHERE account_id = $1 AND part = $2 AND ("to" IS NULL OR "to" > $3) AND ($2 = 'rep' OR staff_id = $4) ORDER BY "from"`,
        [accountId, part, begin, staffId],
      );
      const later = held.find((row) => row.from > begin);
      if (later) throw setLater(later.from);
      const present = held[0];
      if (present?.staffId === staffId) throw isSo();
      await endAt(sql, 'account_care', present, begin);
      const made = uuid();
      await sql.change(
        'INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, $4, $5)',
        [made, accountId, staffId, part, begin],
      );
      const undo = undoOf(made, present, begin);
      await this.record(sql, viewer, account, 'account.care-given', {
        before: null,
        ...{ after: { staff: staff.name, part, from: begin }, undo },
      });
      return { undo };
    });
  }

  end(viewer: Viewer, accountId: string, careId: string, { to }: EndCare): Promise<CareActed> {
    return this.database.transaction(async (sql) => {
      const account = await lockToDirect(sql, viewer, accountId);
      const end = await momentOf(sql, to);
      const held = await sql.first<Held & { name: string; part: string }>(
        `SELECT c.id, c.part, c."from", c."to", s.name FROM account_care c JOIN staff s ON s.id = c.staff_id
         WHERE c.account_id = $1 AND c.id = $2`,
        [accountId, careId],
      );
      if (!held) throw notFound('care');
      if (held.to !== null && held.to <= end) throw conflict('already-ended', 'It ends earlier already.');
      await endAt(sql, 'account_care', held, end);
      const undo = undoOf(null, held, end);
      await this.record(sql, viewer, account, 'account.care-ended', {
        before: { staff: held.name, part: held.part },
        ...{ after: { to: end }, undo },
      });
      return { undo };
    });
  }

  private record(
    sql: Sql,
    viewer: Viewer,
    { id, name }: LockedAccount,
    act: 'account.classed' | 'account.care-given' | 'account.care-ended',
    change: { before: object | null; after: object; undo: CareActed['undo'] },
  ): Promise<void> {
    return this.trail.record(sql, viewer, { act, entity: 'account', id, name, ...change });
  }
}

/** The beginning of a day in the organisation's zone, or this moment. */
async function momentOf(sql: Sql, day: string | undefined): Promise<Date> {
  const row = await sql.first<{ zone: string; now: Date }>('SELECT zone, now() FROM organisation');
  if (!row) throw new Error('There is no organisation yet: the first run is not done.');
  return day === undefined ? row.now : startOfDay(day, row.zone);
}

/** What would hold no moment is gone; what holds before stays until then. */
async function endAt(
  sql: Sql,
  table: 'account_class' | 'account_care',
  held: Held | undefined,
  at: Date,
): Promise<void> {
  if (!held) return;
  if (held.from >= at) await sql.change(`DELETE FROM ${table} WHERE id = $1`, [held.id]);
  else await sql.change(`UPDATE ${table} SET "to" = $2 WHERE id = $1`, [held.id, at]);
}

/** Taken back it is as before only if what it ended was open and began before. */
const undoOf = (made: string | null, ended: Held | undefined, at: Date): CareActed['undo'] =>
  ended && (ended.to !== null || ended.from >= at) ? null : { made, ended: ended?.id ?? null };

const isSo = () => conflict('care-is-so', 'That is so already.');
const setLater = (from: Date) =>
  conflict('care-set-later', 'Something else is set from a later day on. Choose a day after it.', {
    values: { from: from.toISOString() },
  });
