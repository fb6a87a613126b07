import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from '../platform/database/database.js';

const folder = join(import.meta.dirname, '../imports/testing');

export interface ImportCase {
  readonly name: string;
  /** The table to import. */
  readonly file: string;
  readonly preset: string;
  /** A file beside it, read as JSON or as text. */
  json(name: string): unknown;
  text(name: string): string;
  has(name: string): boolean;
}

/** The folders of files to import, below imports/testing; whoever adds one adds a test. */
export function importCases(kind: 'ok' | 'not-ok' | 'compared'): ImportCase[] {
  return readdirSync(join(folder, kind)).map((name) => {
    const path = (file: string) => join(folder, kind, name, file);
    const files = readdirSync(path('.'));
    return {
      name,
      file: path(files.find((file) => /\.(csv|tsv|xlsx|xls|ods)$/.test(file)) ?? ''),
      preset: path('preset.json'),
      json: (file) => JSON.parse(readFileSync(path(file), 'utf8')) as unknown,
      text: (file) => readFileSync(path(file), 'utf8').trim(),
      has: (file) => files.includes(file),
    };
  });
}

/** Every imported contact in words, in the order of the external ids, as `rows.json` of a case has them. */
export const importedRows = (sql: Sql): Promise<Record<string, unknown>[]> =>
  sql.rows(/* sql */ `
    SELECT c.external_id AS id, c.channel, c.direction, c.purpose, c.outcome, ${iso('c.started_at')} AS "from",
      ${iso('c.ended_at')} AS "to", c.wait_seconds AS wait, c.talk_seconds AS talk, c.hold_seconds AS hold,
      c.wrap_seconds AS wrap, s.name AS rep, t.name AS team, d.name AS department,
      concat_ws(' > ', nullif(parent.name_en, ''), reason.name_en) AS reason,
      CASE WHEN a.id IS NOT NULL THEN a.number || ' ' || a.name END AS account, c.resolved, c.note, c.attributes,
      (SELECT coalesce(json_agg(rtrim(format('%s %s/%s %s', w.kind, w.score, w.scale, w.text))), '[]')
       FROM answer w WHERE w.contact_id = c.id) AS answers,
      (SELECT json_build_object(
        'summary', k.summary, 'decision', k.decision, 'concerns', about.name, 'open', k.is_open,
        'steps', (SELECT json_agg(p.step || ' ' || ${iso('p.at')} ORDER BY p.at, p.recorded_at, p.id)
                  FROM complaint_step p WHERE p.complaint_id = k.id))
       FROM complaint k LEFT JOIN staff about ON about.id = k.rep_concerned_id WHERE k.contact_id = c.id) AS complaint
    FROM contact c
    JOIN department d ON d.id = c.handling_department_id
    LEFT JOIN staff s ON s.id = c.rep_id LEFT JOIN team t ON t.id = c.team_id
    LEFT JOIN account a ON a.id = c.account_id
    LEFT JOIN reason ON reason.id = c.reason_id LEFT JOIN reason parent ON parent.id = reason.parent_id
    ORDER BY c.external_id COLLATE "C"`);

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
