import type { LocaleName, ReportDefinition, SetMailing } from '@forecall/contracts';
import type { MailingTime } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

export const writeMailing = (sql: Sql, reportId: string, when: MailingTime, nextAt: Date): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO report_mailing (report_id, weekday, day_of_month, minute, next_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (report_id) DO UPDATE SET weekday = EXCLUDED.weekday, day_of_month = EXCLUDED.day_of_month,
      minute = EXCLUDED.minute, next_at = EXCLUDED.next_at`,
    [reportId, when.weekday, when.dayOfMonth, when.minute, nextAt],
  );

export async function writeRecipients(sql: Sql, reportId: string, to: SetMailing['recipients']): Promise<void> {
  await sql.change('DELETE FROM report_recipient WHERE report_id = $1', [reportId]);
  await sql.change(
    'INSERT INTO report_recipient (report_id, staff_id, locale) SELECT $1, * FROM unnest($2::uuid[], $3::text[])',
    [reportId, to.map(({ staffId }) => staffId), to.map(({ locale }) => locale)],
  );
}

export const endMailing = (sql: Sql, reportId: string): Promise<number> =>
  sql.change('DELETE FROM report_mailing WHERE report_id = $1', [reportId]);

export interface DueMailing extends MailingTime {
  readonly reportId: string;
  readonly name: string;
  readonly definition: ReportDefinition;
  readonly ownerStaffId: string;
  /** To the microsecond, as PostgreSQL writes it. */
  readonly nextAt: string;
  readonly recipients: readonly {
    readonly staffId: string;
    readonly name: string;
    readonly locale: LocaleName;
    readonly wasToldLost: boolean;
  }[];
}

const mailing = /* sql */ `
  m.report_id AS "reportId", r.name, r.definition, i.staff_id AS "ownerStaffId", m.weekday,
  m.day_of_month AS "dayOfMonth", m.minute, m.next_at::text AS "nextAt",
  (SELECT json_agg(json_build_object('staffId', s.id, 'name', s.name, 'locale', c.locale,
      'wasToldLost', c.told_lost_at IS NOT NULL) ORDER BY s.id)
   FROM report_recipient c JOIN staff s ON s.id = c.staff_id WHERE c.report_id = m.report_id) AS recipients
  FROM report_mailing m JOIN report r ON r.id = m.report_id JOIN sign_in i ON i.id = r.owner_id`;

/** Those whose time has come, the longest waiting first. */
export const dueMailings = (sql: Sql, now: Date, limit: number): Promise<DueMailing[]> =>
  sql.rows<DueMailing & Record<string, unknown>>(
    `SELECT ${mailing} WHERE m.next_at <= $1 AND r.deleted_at IS NULL ORDER BY m.next_at, m.report_id LIMIT $2`,
    [now, limit],
  );

export const mailingTime = (sql: Sql, reportId: string): Promise<MailingTime | undefined> =>
  sql.first<MailingTime & Record<string, unknown>>(
    'SELECT weekday, day_of_month AS "dayOfMonth", minute FROM report_mailing WHERE report_id = $1',
    [reportId],
  );

/** True for the one that takes this time of the mailing: who comes later finds another. */
export async function takeMailing(sql: Sql, { reportId, nextAt }: DueMailing, next: Date): Promise<boolean> {
  const taken = await sql.change(
    'UPDATE report_mailing SET next_at = $3, last_at = now() WHERE report_id = $1 AND next_at = $2::timestamptz',
    [reportId, nextAt, next],
  );
  return taken === 1;
}

export const moveMailing = (sql: Sql, reportId: string, next: Date): Promise<number> =>
  sql.change('UPDATE report_mailing SET next_at = $2 WHERE report_id = $1', [reportId, next]);

/** Once for each time that somebody lost it: who has it again is told of again when it is lost again. */
export const noteLost = (sql: Sql, reportId: string, lost: readonly string[]): Promise<number> =>
  sql.change(
    `UPDATE report_recipient SET told_lost_at = CASE WHEN staff_id = ANY ($2::uuid[]) THEN coalesce(told_lost_at, now()) END
     WHERE report_id = $1`,
    [reportId, lost],
  );
