import type { SurveyAskPage } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { aSurveyForm } from '../surveys.js';
import type { ContactRow, Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface AskRow {
  readonly id: string;
  readonly contact: ContactRow;
  readonly state: 'planned' | 'sent' | 'bounced';
}

/** One about each contact, with its attribution. */
export async function createAsks(sql: Sql, { contacts }: Scenery): Promise<AskRow[]> {
  const { versionId } = await aSurveyForm(sql);
  const states = ['planned', 'sent', 'bounced'] as const;
  const rows = contacts.map((contact, n): AskRow => ({ id: uuid(), contact, state: states[n % states.length]! }));
  for (const [n, { id, contact, state }] of rows.entries())
    await sql.change(
      `INSERT INTO survey_ask (id, version_id, about, contact_id, channel, locale, rep_id, team_id,
         handling_department_id, answerable_department_id, state, planned_at, send_at, asked_at, expires_at)
       VALUES ($1, $2, 'contact', $3, 'mail', 'en', $4, $5, $6, $7, $8, $9, $9,
         CASE WHEN $8 <> 'planned' THEN $9::timestamptz END, CASE WHEN $8 <> 'planned' THEN $9::timestamptz + interval '1 day' END)`,
      [
        ...[id, versionId, contact.id, contact.repId, contact.teamId, contact.handlingId, contact.answerableId, state],
        new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 5), 12)),
      ],
    );
  return rows;
}

/** Of the teams and departments that one leads. */
export const surveyAskList = ({ departmentIds, accountIds, complaints }: Scenery): ScopedList<AskRow, Visitor> => ({
  route: 'GET /api/survey-asks',
  filters: {
    state: { values: ['planned', 'sent', 'bounced', 'answered'], holds: ({ state }, value) => state === value },
    about: { values: ['contact', 'account'], holds: (_, value) => value === 'contact' },
    departmentId: {
      values: departmentIds,
      holds: ({ contact }, id) => contact.handlingId === id || contact.answerableId === id,
    },
    accountId: {
      values: accountIds,
      // Whom a complaint concerns is not told whose it is, nor by the list of an account.
      holds: ({ contact }, id, { staffId, isExecutive }) =>
        contact.accountId === id &&
        (isExecutive ||
          !complaints.some(
            (one) => one.contact.id === contact.id && one.concernedId === staffId && one.ownerId !== staffId,
          )),
    },
  },
  idsOf: (body) => (body as SurveyAskPage).asks.map(({ id }) => id),
  isSeen: ({ contact: { teamId, handlingId, answerableId } }, { isExecutive, teamIds, departmentIds: led }) =>
    isExecutive || teamIds.includes(teamId) || led.includes(handlingId) || led.includes(answerableId),
});
