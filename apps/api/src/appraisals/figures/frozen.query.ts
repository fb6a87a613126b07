import type { AppraisalLine, CardLine } from '@forecall/contracts';
import type { RowsBehind } from '../../figures/figures.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { OwnCard } from './own-card.service.js';

type AskedQuestion = NonNullable<AppraisalLine['frozen']>['question'];

/** A line of a card with what it answers and the rows behind it; question null: there is no figure. */
export interface FrozenLine {
  readonly line: CardLine;
  readonly question: AskedQuestion | null;
  readonly behind: RowsBehind | null;
}

export interface FrozenCard extends Omit<OwnCard, 'lines'> {
  readonly lines: readonly FrozenLine[];
  readonly coaching: { readonly numerator: number; readonly denominator: number; readonly value: number | null } | null;
}

/** The figures of an appraisal as they are from now on. They are never changed. */
export async function keepFigures(sql: Sql, appraisalId: string, frozen: FrozenCard): Promise<void> {
  const { lines, coaching, ...card } = frozen;
  await sql.change('UPDATE appraisal SET card = $2, coaching = $3 WHERE id = $1', [
    ...[appraisalId, JSON.stringify(card), coaching && JSON.stringify(coaching)],
  ]);
  const rows = lines.map(({ line, question, behind }, place) => ({
    ...{ place, line, question, rows: behind?.rows ?? 0, ids: behind?.ids ?? null },
    sha256: behind?.sha256.toString('hex') ?? '',
  }));
  await sql.change(
    /* sql */ `
    INSERT INTO appraisal_figure (appraisal_id, place, line, question, at, rows, row_ids, rows_sha256)
    SELECT $1, x.place, x.line, coalesce(x.question, 'null'), $3, x.rows, x.ids, decode(x.sha256, 'hex')
    FROM json_to_recordset($2) AS x (place integer, line jsonb, question jsonb, rows integer, ids jsonb, sha256 text)`,
    [appraisalId, JSON.stringify(rows), frozen.asOf],
  );
}

export interface KeptFigure {
  readonly line: CardLine;
  readonly frozen: AppraisalLine['frozen'];
}

const kept = /* sql */ `
  f.line, CASE WHEN f.question <> 'null' THEN json_build_object('at', f.at, 'question', f.question, 'rows', f.rows,
    'sha256', encode(f.rows_sha256, 'hex'), 'areKept', f.row_ids IS NOT NULL) END AS frozen`;

export const keptFigures = (sql: Sql, appraisalId: string): Promise<KeptFigure[]> =>
  sql.rows<KeptFigure & Record<string, unknown>>(
    `SELECT ${kept} FROM appraisal_figure f WHERE f.appraisal_id = $1 ORDER BY f.place`,
    [appraisalId],
  );

/** With the rows, where they were kept. */
export const keptFigure = (sql: Sql, appraisalId: string, place: number) =>
  sql.first<KeptFigure & { ids: Record<string, string> | null } & Record<string, unknown>>(
    `SELECT ${kept}, f.row_ids AS ids FROM appraisal_figure f WHERE f.appraisal_id = $1 AND f.place = $2`,
    [appraisalId, place],
  );

/** Goals that somebody set and that fell due in a period, with the day they were first looked at. */
export const goalsDue = (sql: Sql, setBy: string, from: string, to: string) =>
  sql.rows<{ dueOn: string; lookedOn: string | null }>(
    /* sql */ `
    SELECT g.due_on::text AS "dueOn", (SELECT (min(l.at) AT TIME ZONE o.zone)::date::text FROM appraisal_goal_look l
      WHERE l.goal_id = g.id) AS "lookedOn"
    FROM appraisal_goal g CROSS JOIN organisation o
    WHERE g.set_by = $1 AND g.due_on >= $2::date AND g.due_on < $3::date`,
    [setBy, from, to],
  );
