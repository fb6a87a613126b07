import { Injectable } from '@nestjs/common';
import type {
  ChangeTraining,
  HoldTraining,
  RestoreTraining,
  TrainingChanged,
  TrainingEntry,
  TrainingList,
  VoidTraining,
} from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { lockAccountToKnow, stayedAccount } from '../key-accounts/account-page.service.js';
import { changedMeanwhile } from '../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badField, notFound } from '../platform/http/problem.js';
import { ourToday, trainingsOf } from './training.query.js';

const longestAgoDays = 3653;

/** Sessions in which customers are trained, so that they expect what we can do. */
@Injectable()
export class TrainingService {
  constructor(private readonly database: Database) {}

  /** What was taught everybody who talks with them may know; what they said of it is for those inside. */
  async list(viewer: Viewer, accountId: string): Promise<TrainingList> {
    const list = await trainingsOf(this.database, accountId, reachOf(viewer));
    if (!list) throw notFound('account');
    return list.mayWork ? list : { ...list, trainings: list.trainings.map(withoutWords) };
  }

  hold(viewer: Viewer, askedId: string, told: HoldTraining): Promise<TrainingChanged> {
    return this.database.transaction(async (sql) => {
      const accountId = await stayedAccount(sql, askedId);
      await lockAccountToKnow(sql, viewer, accountId);
      await check(sql, accountId, told);
      const id = uuid();
      await sql.change(
        `INSERT INTO training_session (id, account_id, topic, held_on, trainer_id, material, expectation, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...[id, accountId, told.topic, told.heldOn, told.trainerId, told.material, told.expectation], viewer.signInId],
      );
      await writeAttendance(sql, id, told);
      return { id, revision: 1 };
    });
  }

  change(viewer: Viewer, id: string, { revision, ...told }: ChangeTraining): Promise<TrainingChanged> {
    return this.database.transaction(async (sql) => {
      const accountId = await this.lock(sql, viewer, id, revision);
      await check(sql, accountId, told);
      await sql.change(
        `UPDATE training_session SET topic = $2, held_on = $3, trainer_id = $4, material = $5, expectation = $6,
           revision = revision + 1 WHERE id = $1`,
        [id, told.topic, told.heldOn, told.trainerId, told.material, told.expectation],
      );
      await sql.change('DELETE FROM training_attendance WHERE session_id = $1', [id]);
      await writeAttendance(sql, id, told);
      return { id, revision: revision + 1 };
    });
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidTraining): Promise<TrainingChanged> {
    return this.database.transaction(async (sql) => {
      await this.lock(sql, viewer, id, revision);
      await sql.change(
        'UPDATE training_session SET voided_at = now(), void_why = $2, revision = revision + 1 WHERE id = $1',
        [id, why],
      );
      return { id, revision: revision + 1 };
    });
  }

  /** What was made void by mistake, as it stood. */
  restore(viewer: Viewer, id: string, { revision }: RestoreTraining): Promise<TrainingChanged> {
    return this.database.transaction(async (sql) => {
      await this.lock(sql, viewer, id, revision, 'void');
      await sql.change(
        `UPDATE training_session SET voided_at = NULL, void_why = '', revision = revision + 1 WHERE id = $1`,
        [id],
      );
      return { id, revision: revision + 1 };
    });
  }

  /** Its account, when nobody has changed it since it was read. What stood there goes into the log. */
  private async lock(
    sql: Sql,
    viewer: Viewer,
    id: string,
    revision: number,
    state: 'standing' | 'void' = 'standing',
  ): Promise<string> {
    const session = await sql.first<{ accountId: string; revision: number }>(
      `SELECT account_id AS "accountId", revision FROM training_session
       WHERE id = $1 AND (voided_at IS NOT NULL) = $2 FOR UPDATE`,
      [id, state === 'void'],
    );
    if (!session) throw notFound('training');
    await lockAccountToKnow(sql, viewer, session.accountId);
    if (session.revision !== revision) throw changedMeanwhile();
    await sql.change(
      `INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
       SELECT 'training_session', t.id, t.revision, $2, to_jsonb(t) || jsonb_build_object('attendance', (
         SELECT coalesce(jsonb_agg(to_jsonb(w)), '[]') FROM training_attendance w WHERE w.session_id = t.id)), ''
       FROM training_session t WHERE t.id = $1`,
      [id, viewer.signInId],
    );
    return session.accountId;
  }
}

const withoutWords = (training: TrainingEntry): TrainingEntry => ({
  ...training,
  expectation: '',
  attendance: training.attendance.map(({ person, isPresent }) => ({ person, isPresent, score: null, feedback: '' })),
});

/** Held or planned for soon; by somebody of ours, with people of that account. Only what has begun has been attended. */
async function check(sql: Sql, accountId: string, { heldOn, trainerId, attendance }: HoldTraining): Promise<void> {
  const now = await sql.first<{ today: string }>(`SELECT ${ourToday}::text AS today`);
  const today = now?.today ?? '';
  if (heldOn > addDays(today, 366))
    throw badField({ path: 'heldOn', code: 'too-far', message: 'is more than a year ahead' });
  if (heldOn < addDays(today, -longestAgoDays))
    throw badField({ path: 'heldOn', code: 'held-too-long-ago', message: 'is more than 10 years ago' });
  for (const [nth, { isPresent, score, feedback }] of attendance.entries()) {
    const path = `attendance.${nth}.isPresent`;
    if (isPresent !== null && heldOn > today)
      throw badField({ path, code: 'not-held-yet', message: 'is known when the session has been held' });
    if (isPresent !== true && (score !== null || feedback !== ''))
      throw badField({ path, code: 'was-not-there', message: 'is true of whoever said something of it' });
  }
  if (trainerId !== null && !(await sql.first('SELECT FROM staff WHERE id = $1', [trainerId])))
    throw badField({ path: 'trainerId', code: 'unknown-staff', message: 'there is nobody of this id' });
  const known = await sql.rows<{ id: string }>('SELECT id FROM person WHERE account_id = $1 AND id = ANY ($2)', [
    accountId,
    attendance.map(({ personId }) => personId),
  ]);
  const ids = new Set(known.map(({ id }) => id));
  const stranger = attendance.findIndex(({ personId }) => !ids.has(personId));
  if (stranger >= 0)
    throw badField({
      ...{ path: `attendance.${stranger}.personId`, code: 'person-of-another-account' },
      message: 'belongs to another account',
    });
}

const writeAttendance = (sql: Sql, sessionId: string, { attendance }: HoldTraining): Promise<number> =>
  sql.change(
    `INSERT INTO training_attendance (session_id, person_id, is_present, score, feedback)
     SELECT $1, * FROM unnest($2::uuid[], $3::boolean[], $4::smallint[], $5::text[])`,
    [
      sessionId,
      attendance.map(({ personId }) => personId),
      attendance.map(({ isPresent }) => isPresent),
      attendance.map(({ score }) => score),
      attendance.map(({ feedback }) => feedback),
    ],
  );
