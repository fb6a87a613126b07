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
  for (const [place, { line, question, behind }] of lines.entries())
    await sql.change(
      /* sql */ `
      INSERT INTO appraisal_figure (appraisal_id, place, line, question, at, rows, row_ids, rows_sha256)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[appraisalId, place, JSON.stringify(line), JSON.stringify(question), frozen.asOf, behind?.rows ?? 0],
        ...[behind?.ids ? JSON.stringify(behind.ids) : null, behind?.sha256 ?? Buffer.alloc(0)],
      ],
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
