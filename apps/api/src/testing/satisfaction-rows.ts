import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

/** To whom a row is credited. */
export interface Credit {
  readonly departmentId: string;
  readonly teamId?: string | null;
  readonly repId?: string | null;
  readonly supervisorId?: string | null;
  readonly careClass?: string | null;
}

const credited = ({ departmentId, teamId, repId, supervisorId, careClass }: Credit) =>
  [repId ?? null, teamId ?? null, supervisorId ?? null, departmentId, careClass ?? null] as const;

export interface AccountAnswerToBe extends Credit {
  readonly accountId: string | null;
  readonly score: number;
  readonly at: Date;
  readonly kind?: 'csat' | 'nps' | 'ces' | 'item';
  readonly item?: string;
  readonly scale?: number;
  readonly askId?: string | null;
  readonly contactId?: string | null;
  readonly enteredHow?: 'survey' | 'import' | 'by-hand';
}

/** What somebody says of the relationship, or of a contact; of 1..5 where nothing else is said. */
export async function anAccountAnswer(sql: Sql, answer: AccountAnswerToBe): Promise<string> {
  const id = uuid();
  const kind = answer.kind ?? 'csat';
  await sql.change(
    `INSERT INTO answer (id, account_id, contact_id, ask_id, kind, item, scale, score, entered_how, at, rep_id, team_id,
       supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $11)`,
    [
      ...[id, answer.accountId, answer.contactId ?? null, answer.askId ?? null, kind, answer.item ?? null],
      ...[answer.scale ?? { csat: 5, nps: 11, ces: 7, item: 7 }[kind], answer.score, answer.enteredHow ?? 'survey'],
      ...[answer.at, ...credited(answer)],
    ],
  );
  return id;
}

export interface SurveyAskToBe extends Credit {
  readonly versionId: string;
  /** About a contact where there is one, else about the account. */
  readonly contactId?: string;
  readonly accountId?: string;
  readonly channel?: 'mail' | 'link' | 'agent';
  readonly state?: 'sent' | 'bounced' | 'answered' | 'expired';
  readonly askedAt: Date;
  readonly expiresAt?: Date;
}

export async function aSurveyAsk(sql: Sql, ask: SurveyAskToBe): Promise<string> {
  const id = uuid();
  const state = ask.state ?? 'sent';
  await sql.change(
    `INSERT INTO survey_ask (id, version_id, about, contact_id, account_id, channel, locale, state, send_at, asked_at,
       answered_at, expires_at, rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id,
       account_class)
     VALUES ($1, $2, $3, $4, $5, $6, 'en', $7, $8, $8, $9, $10, $11, $12, $13, $14, $14, $15)`,
    [
      ...[id, ask.versionId, ask.contactId ? 'contact' : 'account', ask.contactId ?? null],
      ...[ask.contactId ? null : ask.accountId, ask.channel ?? 'mail', state, ask.askedAt],
      state === 'answered' ? new Date(ask.askedAt.getTime() + 3_600_000) : null,
      ask.expiresAt ?? new Date(ask.askedAt.getTime() + 14 * 86_400_000),
      ...credited(ask),
    ],
  );
  return id;
}
