import { Injectable } from '@nestjs/common';
import type {
  AddPromise,
  BreakPromise,
  HandPromise,
  KeepPromise,
  LogContact,
  MakePromise,
  promiseActs,
  PromiseChanged,
  ReopenPromise,
  RenegotiatePromise,
  TellPromise,
  VoidPromise,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { DutyService } from '../duties/duty.service.js';
import { stayedAccount } from '../key-accounts/account-page.service.js';
import { MailService } from '../mail/mail.service.js';
import { changedMeanwhile } from '../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badField, conflict, forbidden, notFound, ProblemError } from '../platform/http/problem.js';
import { type LockedPromise, lockPromise } from './promise.query.js';

interface NewPromise extends MakePromise {
  readonly accountId: string;
  readonly personId: string | null;
  readonly contactId: string | null;
}

type Act = (typeof promiseActs)[number];

/** Warned a day before, or half-way where there is less time. */
const warnBeforeMs = 24 * 3_600_000;

const farthestMs = 3 * 366 * 24 * 3_600_000;

/** What was promised to customers: made, kept, moved in time, handed over, void. Each is a duty of whoever keeps it. */
@Injectable()
export class PromiseService {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly mail: MailService,
  ) {}

  /** With the contact in which it was made, in the transaction that stores it. */
  async make(sql: Sql, viewer: Viewer, contact: LogContact, promise: MakePromise): Promise<void> {
    const stored = await sql.first<{ accountId: string | null; personId: string | null }>(
      'SELECT account_id AS "accountId", person_id AS "personId" FROM contact WHERE id = $1',
      [contact.id],
    );
    if (!stored?.accountId) throw toNobody();
    if (promise.dueAt < contact.endedAt)
      throw badField({ path: 'promise.dueAt', code: 'promised-for-before', message: 'lies before the contact ended' });
    checkFar(promise.dueAt, 'promise.dueAt');
    await this.insert(sql, viewer, { ...promise, ...stored, accountId: stored.accountId, contactId: contact.id });
  }

  add(viewer: Viewer, promise: AddPromise): Promise<PromiseChanged> {
    return this.database.transaction(async (sql) => {
      if (Date.parse(promise.dueAt) < Date.now())
        throw badField({ path: 'dueAt', code: 'in-the-past', message: 'lies in the past' });
      checkFar(promise.dueAt);
      const accountId = await stayedAccount(sql, promise.accountId);
      // It goes into no other one until this is over.
      const found = await sql.first<{ personId: string | null }>(
        `SELECT p.id AS "personId" FROM account a
         LEFT JOIN person p ON p.id = coalesce((SELECT merged_into FROM person known WHERE known.id = $2), $2::uuid)
         WHERE a.id = $1 AND a.merged_into IS NULL AND ($2::uuid IS NULL OR p.account_id = a.id) FOR SHARE OF a`,
        [accountId, promise.personId],
      );
      if (!found)
        throw badField({
          path: 'accountId',
          code: 'unknown-account',
          message: 'there is no such account with such a person',
        });
      return { id: await this.insert(sql, viewer, { ...promise, ...found, accountId, contactId: null }), revision: 1 };
    });
  }

  keep(viewer: Viewer, id: string, { revision, note }: KeepPromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql) => {
      await sql.change('UPDATE promise SET kept_at = now() WHERE id = $1', [id]);
      await this.duties.done(sql, { source: sourceOf(id) }, viewer.signInId);
      return { act: 'kept', why: note };
    });
  }

  /** Only before it is due: later it is broken, and another time does not mend that. */
  renegotiate(viewer: Viewer, id: string, { revision, dueAt, why }: RenegotiatePromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql, before) => {
      if (before.dueAt.getTime() <= Date.now())
        throw conflict('promise-over', 'It was due already: that it moves now does not keep it.');
      if (Date.parse(dueAt) <= Date.now())
        throw badField({ path: 'dueAt', code: 'in-the-past', message: 'lies in the past' });
      checkFar(dueAt);
      await sql.change('UPDATE promise SET due_at = $2 WHERE id = $1', [id, dueAt]);
      await this.dutyAgain(sql, viewer, { ...before, dueAt: new Date(dueAt) });
      return { act: 'renegotiated', why, before: { dueAt: before.dueAt }, after: { dueAt } };
    });
  }

  hand(viewer: Viewer, id: string, { revision, ownerId, why }: HandPromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql, before) => {
      const place = await placeOf(sql, ownerId);
      if (before.dueAt.getTime() <= Date.now()) await keepPlaceWhenDue(sql, id);
      await sql.change('UPDATE promise SET owner_id = $2, team_id = $3, department_id = $4 WHERE id = $1', [
        ...[id, ownerId, place.teamId, place.departmentId],
      ]);
      await this.dutyAgain(sql, viewer, { ...before, ownerId });
      return { act: 'handed', why, before: { owner: before.ownerName }, after: { owner: place.name } };
    });
  }

  /** It will not be kept any more, whether its time is over or not. */
  break(viewer: Viewer, id: string, { revision, why }: BreakPromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql) => {
      await sql.change('UPDATE promise SET broken_at = now(), broken_why = $2 WHERE id = $1', [id, why]);
      await this.duties.cancel(sql, { source: sourceOf(id) }, viewer.signInId);
      return { act: 'broken', why };
    });
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidPromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql, before) => {
      if (!before.mayVoid) throw wasDue();
      await sql.change('UPDATE promise SET voided_at = now(), void_why = $2 WHERE id = $1', [id, why]);
      await this.duties.cancel(sql, { source: sourceOf(id) }, viewer.signInId);
      return { act: 'void', why };
    });
  }

  /** What was ended by mistake is open again, as it was. */
  reopen(viewer: Viewer, id: string, { revision }: ReopenPromise): Promise<PromiseChanged> {
    return this.work(
      viewer,
      id,
      revision,
      async (sql, before) => {
        if (!before.mayVoid) throw wasDue();
        await sql.change(
          `UPDATE promise SET kept_at = NULL, voided_at = NULL, void_why = '', broken_at = NULL, broken_why = '' WHERE id = $1`,
          [id],
        );
        await this.openDuty(sql, viewer, before);
        return { act: 'reopened' };
      },
      'ended',
    );
  }

  /** The wording goes to the person by mail, as somebody has read and changed it. */
  tell(viewer: Viewer, id: string, { revision, subject, text }: TellPromise): Promise<PromiseChanged> {
    return this.work(viewer, id, revision, async (sql, { personId, ownerId }) => {
      const person = await sql.first<{ email: string | null }>('SELECT email FROM person WHERE id = $1', [personId]);
      if (!person?.email) throw conflict('no-address', 'There is no e-mail address of the person to whom it was made.');
      if (!this.mail.isThere) throw conflict('no-mail-server', 'This installation sends no mail.');
      const owner = await sql.first<{ email: string }>('SELECT email FROM sign_in WHERE staff_id = $1', [ownerId]);
      await this.mail.queue(sql, {
        ...{ staffId: ownerId, kind: 'promise-told', to: person.email, subject, body: text, notBefore: null },
        writtenBy: { email: owner?.email ?? null },
      });
      return { act: 'told', after: { to: person.email, subject, text } };
    });
  }

  private async insert(sql: Sql, viewer: Viewer, promise: NewPromise): Promise<string> {
    const [id, ownerId] = [uuid(), promise.ownerId ?? viewer.staffId];
    const place = await placeOf(sql, ownerId, promise.contactId === null ? 'ownerId' : 'promise.ownerId');
    await sql.change(
      /* sql */ `
      INSERT INTO promise (id, account_id, person_id, contact_id, what, original_due_at, due_at, owner_id, team_id,
        department_id, made_by) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)`,
      [
        ...[id, promise.accountId, promise.personId, promise.contactId, promise.what, promise.dueAt, ownerId],
        ...[place.teamId, place.departmentId, viewer.signInId],
      ],
    );
    await noteStep(sql, viewer, id, { act: 'made' });
    const account = await sql.first<{ name: string }>('SELECT name FROM account WHERE id = $1', [promise.accountId]);
    const told = { id, ownerId, dueAt: new Date(promise.dueAt), what: promise.what, accountName: account?.name ?? '' };
    await this.openDuty(sql, viewer, told);
    return id;
  }

  /** Another owner or time: the duty of before is nobody's any more. */
  private async dutyAgain(sql: Sql, viewer: Viewer, promise: ForDuty): Promise<void> {
    await this.duties.cancel(sql, { source: sourceOf(promise.id) }, viewer.signInId);
    await this.openDuty(sql, viewer, promise);
  }

  private async openDuty(sql: Sql, viewer: Viewer, { id, ownerId, dueAt, what, accountName }: ForDuty): Promise<void> {
    const leftMs = dueAt.getTime() - Date.now();
    const remindAt = leftMs > 0 ? new Date(dueAt.getTime() - Math.min(warnBeforeMs, leftMs / 2)) : null;
    await this.duties.open(sql, {
      ...{ kind: 'promise', ownerId, dueAt, remindAt, source: sourceOf(id), by: viewer.signInId },
      parameters: { what, account: accountName },
    });
  }

  private work(
    viewer: Viewer,
    id: string,
    revision: number,
    change: (sql: Sql, before: LockedPromise) => Promise<Step>,
    state: 'open' | 'ended' = 'open',
  ): Promise<PromiseChanged> {
    return this.database.transaction(async (sql) => {
      const before = await lockPromise(sql, id, reachOf(viewer));
      if (!before?.isSeen) throw notFound('promise');
      if (!before.mayWork) throw forbidden('Only who keeps it, who made it, and who leads them.');
      if (before.revision !== revision) throw changedMeanwhile();
      const isEnded = before.keptAt !== null || before.voidedAt !== null || before.brokenAt !== null;
      if (isEnded !== (state === 'ended'))
        throw conflict('promise-ended', 'It has been kept, given up or made void, or is open again.');
      await noteStep(sql, viewer, id, await change(sql, before));
      await sql.change('UPDATE promise SET revision = revision + 1 WHERE id = $1', [id]);
      return { id, revision: revision + 1 };
    });
  }
}

type ForDuty = Pick<LockedPromise, 'id' | 'ownerId' | 'dueAt' | 'what' | 'accountName'>;

interface Step {
  readonly act: Act;
  readonly why?: string;
  readonly before?: object;
  readonly after?: object;
}

const sourceOf = (id: string) => ({ entity: 'promise', id });

const noteStep = (sql: Sql, viewer: Viewer, id: string, { act, why = '', before = {}, after = {} }: Step) =>
  sql.change(
    `INSERT INTO promise_step (id, promise_id, act, by_sign_in_id, before, after, why) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuid(), id, act, viewer.signInId, JSON.stringify(before), JSON.stringify(after), why],
  );

/** Where somebody works now; refused where they have left. */
async function placeOf(sql: Sql, staffId: string, path = 'ownerId') {
  const place = await sql.first<{ name: string; teamId: string | null; departmentId: string | null }>(
    /* sql */ `
    SELECT s.name, m.team_id AS "teamId", t.department_id AS "departmentId" FROM staff s
    LEFT JOIN membership m ON m.staff_id = s.id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
    LEFT JOIN team t ON t.id = m.team_id WHERE s.id = $1 AND s.left_on IS NULL`,
    [staffId],
  );
  if (!place) throw badField({ path, code: 'unknown-staff', message: 'there is nobody of this id' });
  return place;
}

/** Overdue it counts as broken where it was due, whoever keeps it from then on. */
const keepPlaceWhenDue = (sql: Sql, id: string): Promise<number> =>
  sql.change(
    `UPDATE promise SET due_owner_id = owner_id, due_team_id = team_id, due_department_id = department_id
     WHERE id = $1 AND due_owner_id IS NULL`,
    [id],
  );

const wasDue = () =>
  new ProblemError(
    403,
    'promise-was-due',
    'It was due: only those who lead whoever had it then make it void or open it again.',
  );

/** Later than that it is a slip of the hand. */
function checkFar(dueAt: string, path = 'dueAt'): void {
  if (Date.parse(dueAt) > Date.now() + farthestMs)
    throw badField({ path, code: 'promised-too-far', message: 'is more than 3 years ahead' });
}

const toNobody = () =>
  badField({ path: 'promise', code: 'promised-to-nobody', message: 'is made to somebody we know' });
