import { type TimeLineEntry, type TimeLineKind, timeLineKinds, type TimeLineQuery } from '@forecall/contracts';
import { isWithinReach } from '../../attribution/attribution.service.js';
import { isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { isInside } from '../account-sight.query.js';
import { bySignIn } from '../by-sign-in.js';
import { callSources, promiseSources, type Source, trainingSource } from './care-sources.js';

/** A complaint's number is said from these two. */
type Numbered = Omit<TimeLineEntry, 'number'> & { running: number | null; year: number | null };

export interface TimeLineRow extends PageEnd {
  readonly entry: Numbered;
}

interface Asked {
  readonly account: string;
  /** One kind was asked for: what another kind tells too is left out only where all stand together. */
  readonly isAlone: boolean;
  readonly reach: Reach;
  readonly values: SqlValues;
}

const reasonOf = (contact: string) =>
  `(SELECT json_build_object('nameEn', r.name_en, 'nameZh', r.name_zh) FROM reason r WHERE r.id = ${contact}.reason_id)`;
const nameOf = (staff: string) =>
  `(SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.id = ${staff})`;
const personOf = (contact: string) =>
  `(SELECT json_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = ${contact}.person_id)`;

/**
 * Everything that happened with an account. Contacts, complaints and answers are for everybody who logs contacts, their
 * words within reach only, and nothing of a complaint about who asks; the rest is for those inside.
 */
function sources(kind: TimeLineKind, { account, isAlone, reach, values }: Asked): Source[] {
  const isTold = (contact: string) => `${isCustomerWithheld(contact, reach, values)} IS NOT TRUE`;
  const words = (text: string) => `CASE WHEN ${isWithinReach('c', reach, values)} THEN ${text} END`;
  const inside = '(SELECT is_inside FROM sight)';
  const ofContact = `'reason', ${reasonOf('c')}, 'person', ${personOf('c')}, 'by', ${nameOf('c.rep_id')}, 'channel', c.channel`;
  const dated = (table: string, at: 'from' | 'to', told: string): Source => ({
    ...{ table: `${table} x`, id: 'x.id', at: `x."${at}"`, told: `${told}, 'isOver', ${at === 'to'}` },
    where: `x.account_id = ${account} AND x."${at}" <= now() AND ${inside}`,
  });
  switch (kind) {
    case 'contact':
      return [
        {
          ...{ table: 'contact c', id: 'c.id', at: 'c.ended_at' },
          where: `c.account_id = ${account} AND c.voided_at IS NULL AND c.complaint_mark = 0 AND ${isTold('c.id')}`,
          told: `${ofContact}, 'direction', c.direction, 'purpose', c.purpose, 'outcome', c.outcome, 'text', ${words('c.note')}`,
        },
      ];
    case 'complaint':
      return [
        {
          ...{ table: 'contact c JOIN complaint k ON k.contact_id = c.id', id: 'k.id', at: 'c.ended_at' },
          where: `c.account_id = ${account} AND c.complaint_mark > 0 AND ${isTold('c.id')}`,
          told: `${ofContact}, 'running', k.number, 'year', k.number_year, 'isOpen', k.is_open, 'text', ${words('k.summary')}`,
        },
      ];
    case 'answer':
      return [
        {
          ...{ table: 'answer x', id: 'x.id', at: 'x.at' },
          told: `'score', x.score, 'scale', x.scale, 'what', x.kind, 'contactId', x.contact_id, 'isEntered', x.entered_how = 'by-hand',
            'text', CASE WHEN ${isWithinReach('x', reach, values)} OR (x.contact_id IS NULL AND ${inside}) THEN nullif(x.text, '') END`,
          where: `x.account_id = ${account} AND x.voided_at IS NULL AND x.superseded_by IS NULL AND x.kind <> 'item'
            AND ${isTold('x.contact_id')}`,
        },
      ];
    case 'call':
      return callSources(account, inside, isAlone);
    case 'promise':
      return promiseSources(account, inside, values.add(reach.staffId, 'uuid'));
    case 'training':
      return [trainingSource(account, inside)];
    case 'class':
      return [
        dated('account_class', 'from', `'what', x.class, 'text', x.why, 'by', ${bySignIn('x.set_by')}`),
        dated('account_class', 'to', `'what', x.class`),
      ];
    case 'care':
      return (['from', 'to'] as const).map((at) =>
        dated('account_care', at, `'what', x.part, 'by', ${nameOf('x.staff_id')}`),
      );
    case 'dossier':
      return [
        {
          ...{ table: 'dossier_version x', id: 'x.id', at: 'x.at', where: `x.account_id = ${account} AND ${inside}` },
          told: `'what', x.part, 'text', x.text, 'by', ${bySignIn('x.by_sign_in_id')}`,
        },
      ];
  }
}

/** The newest first, one row more than the limit; of each kind no more rows are read than a page may show. */
export function timeLine(
  sql: Sql,
  accountId: string,
  { kind, limit: most }: TimeLineQuery,
  reach: Reach,
  after?: PageEnd,
): Promise<TimeLineRow[]> {
  const values = new SqlValues();
  const account = values.add(accountId, 'uuid');
  const limit = values.add(most + 1, 'integer');
  const end = after && { at: values.add(after.at, 'timestamptz'), id: values.add(after.id, 'uuid') };
  const asked = { account, isAlone: kind !== undefined, reach, values };
  const pages = (kind ? [kind] : timeLineKinds).flatMap((name) =>
    sources(name, asked).map(({ table, id, at, where, told }) => {
      const before = end ? `AND ${at} <= ${end.at} AND (${at}, ${id}) < (${end.at}, ${end.id})` : '';
      return `(SELECT ${id} AS id, ${at} AS at, jsonb_build_object('kind', '${name}', ${told}) AS told
        FROM ${table} WHERE ${where} ${before} ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit})`;
    }),
  );
  return sql.rows<TimeLineRow>(
    /* sql */ `
    WITH sight AS MATERIALIZED (SELECT ${isInside('a', reach, values)} AS is_inside FROM account a WHERE a.id = ${account})
    SELECT id, at::text AS at, ${nothing} || told || jsonb_build_object('id', id, 'at', at) AS entry
    FROM (${pages.join(' UNION ALL ')}) happened ORDER BY happened.at DESC, id DESC LIMIT ${limit}`,
    values.list,
  );
}

const told = [
  ...['channel', 'direction', 'purpose', 'outcome', 'reason', 'person', 'by', 'text', 'running', 'year', 'isOpen'],
  ...['score', 'scale', 'isEntered', 'what', 'isOver', 'onDay', 'why', 'dueAt', 'contactId'],
];
const nothing = `'${JSON.stringify({ ...Object.fromEntries(told.map((field) => [field, null])), isAhead: false })}'::jsonb`;
