import type { CallMade } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { anAccount, anOrganisation, type SignedIn } from './builders.js';
import { aContactBody, aDesk, aPerson, type ContactBody } from './desk-builders.js';
import type { TestApp } from './test-app.js';

export interface StoredCall {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly staffId: string | null;
  readonly slotAt: Date | null;
  readonly isFixed: boolean;
  readonly isAskedFor: boolean;
  readonly contactId: string | null;
  readonly tries: number;
  readonly revision: number;
}

/** A desk that works around the clock and every day, so that specs of its calls hold whenever they run. */
export async function aCallerDesk(test: TestApp, zone: string) {
  const { database: sql } = test;
  await anOrganisation(sql, { zone });
  const desk = await aDesk(sql);
  await sql.change(`INSERT INTO calendar (id, week) VALUES ($1, $2)`, [
    uuid(),
    JSON.stringify(Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }])),
  ]);
  const today = localDay(new Date(), zone);
  return {
    desk,
    today,
    inDays: (days: number) => addDays(today, days),

    /** In the care of the desk's rep. */
    async aKeyAccount(): Promise<string> {
      const id = await anAccount(sql, {});
      await aPerson(sql, id);
      await sql.change(
        `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '14 days')`,
        [uuid(), id],
      );
      await sql.change(
        `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '14 days')`,
        [uuid(), id, desk.rep.staffId],
      );
      return id;
    },

    /** Due in so many days, as the plan would put it there. */
    async aPlannedCall(accountId: string, dueIn = 0): Promise<string> {
      const id = uuid();
      await sql.change(
        `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id) VALUES ($1, $2, $3, $3, $4)`,
        [id, accountId, addDays(today, dueIn), desk.rep.staffId],
      );
      return id;
    },

    call: (id: string): Promise<StoredCall | undefined> => first('id = $1', id),
    /** The first that is still to be made. */
    next: (accountId: string): Promise<StoredCall | undefined> =>
      first(`account_id = $1 AND state = 'planned'`, accountId),
    post: (path: string, body: object, who: SignedIn = desk.rep) =>
      test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body),

    /** A contact that was a planned call. */
    aWrapUp: (
      { accountId, callId }: { accountId: string; callId: string },
      made: Partial<z.input<typeof CallMade>> = {},
      changes: Partial<ContactBody> = {},
    ): ContactBody =>
      aContactBody({
        ...{ accountId, direction: 'out', purpose: 'proactive' },
        ...changes,
        plannedCall: { id: callId, ...made },
      }),
  };

  function first(where: string, id: string): Promise<StoredCall | undefined> {
    return sql.first<StoredCall & Record<string, unknown>>(
      `SELECT p.id, state, due_on::text AS "dueOn", staff_id AS "staffId", slot_at AS "slotAt", is_fixed AS "isFixed",
         is_asked_for AS "isAskedFor", contact_id AS "contactId", revision,
         (SELECT count(*)::int FROM call_attempt t WHERE t.planned_call_id = p.id) AS tries
       FROM planned_call p WHERE ${where} ORDER BY due_on LIMIT 1`,
      [id],
    );
  }
}
