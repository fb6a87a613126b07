import type { AccountCadence } from '@forecall/contracts';
import { careStrategies } from '@forecall/domain';
import { isAccountInside } from '../../key-accounts/account-page.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';

type Found = Pick<AccountCadence, 'class' | 'tier' | 'own' | 'ofTier' | 'ofClass' | 'next'>;

/** How often an account is called, and what of all that is set makes it so: the account before its tier before its class. */
export async function accountCadence(sql: Sql, accountId: string, reach: Reach): Promise<AccountCadence | undefined> {
  const values = new SqlValues();
  const daysOf = (tier: string) =>
    `(SELECT d.days FROM cadence d WHERE d.class = held.class AND d.tier IS NOT DISTINCT FROM ${tier})`;
  const found = await sql.first<Found & { isInside: boolean }>(
    /* sql */ `
    SELECT held.class, a.tier, CASE WHEN a.tier IS NOT NULL THEN ${daysOf('a.tier')} END AS "ofTier",
      ${daysOf('NULL')} AS "ofClass", ${isAccountInside('a', reach, values)} AS "isInside",
      (SELECT json_build_object('days', d.days, 'why', d.why, 'at', d.set_at, 'by', ${named('s')})
       FROM cadence d LEFT JOIN sign_in w ON w.id = d.set_by LEFT JOIN staff s ON s.id = w.staff_id
       WHERE d.account_id = a.id) AS own,
      (SELECT json_build_object('id', p.id, 'dueOn', p.due_on, 'earliestOn', p.earliest_on, 'slotAt', p.slot_at,
          'onDay', p.on_day, 'staff', ${named('caller')})
       FROM planned_call p LEFT JOIN staff caller ON caller.id = p.staff_id
       WHERE p.account_id = a.id AND p.state = 'planned' ORDER BY p.due_on LIMIT 1) AS next
    FROM account a LEFT JOIN LATERAL (
      SELECT c.class FROM account_class c
      WHERE c.account_id = a.id AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now()) LIMIT 1
    ) held ON true
    WHERE a.id = ${values.add(accountId, 'uuid')}`,
    values.list,
  );
  if (!found) return undefined;
  const { isInside, next, ...set } = found;
  const ofStrategy = set.class && careStrategies[set.class].everyDays;
  return {
    ...set,
    ofStrategy,
    ...{ days: null, from: null },
    ...(set.class === null ? {} : holding({ ...set, ofStrategy })),
    own: set.own && !isInside ? { ...set.own, why: '', by: null } : set.own,
    next: isInside || next?.staff?.id === reach.staffId ? next : null,
  };
}

function holding({
  own,
  ofTier,
  ofClass,
  ofStrategy,
}: Pick<AccountCadence, 'own' | 'ofTier' | 'ofClass' | 'ofStrategy'>) {
  if (own) return { days: own.days, from: 'account' as const };
  if (ofTier !== null) return { days: ofTier, from: 'tier' as const };
  if (ofClass !== null) return { days: ofClass, from: 'class' as const };
  return { days: ofStrategy, from: 'strategy' as const };
}
