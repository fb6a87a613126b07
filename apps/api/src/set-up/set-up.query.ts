import type { ChangeSetUp, FirstStep, SetUp, SetUpPage } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';

const isOpen = `"to" IS NULL OR "to" > now()`;

/** As the records show. Of contacts the latest are looked at: an import may have brought millions that nobody logged here. */
const facts: Record<FirstStep, string> = {
  company: 'NOT o.is_demo',
  units: `EXISTS (SELECT FROM department WHERE ${isOpen}) AND EXISTS (SELECT FROM team WHERE ${isOpen})`,
  staff: 'EXISTS (SELECT FROM staff WHERE left_on IS NULL OFFSET 1)',
  reasons: `EXISTS (SELECT FROM reason WHERE ${isOpen})`,
  hours: 'EXISTS (SELECT FROM calendar WHERE department_id IS NULL AND staff_id IS NULL)',
  users: 'EXISTS (SELECT FROM sign_in OFFSET 1)',
  clocks: 'EXISTS (SELECT FROM clock_rule)',
  mail: '$1::boolean',
  past: 'EXISTS (SELECT FROM import_batch)',
  contact: `EXISTS (
    SELECT FROM (SELECT batch_id FROM contact ORDER BY ended_at DESC LIMIT 1000) latest WHERE batch_id IS NULL)`,
  board: 's.board_seen_at IS NOT NULL',
};

export interface SetUpRow extends Pick<SetUp, 'isDemo' | 'name' | 'isHidden' | 'drafts'> {
  readonly passed: readonly SetUpPage[];
  readonly done: Readonly<Record<FirstStep, boolean>>;
}

export const setUpRow = (sql: Sql, hasMail: boolean): Promise<SetUpRow | undefined> =>
  sql.first(
    /* sql */ `
    SELECT o.is_demo AS "isDemo", o.name, s.hidden_at IS NOT NULL AS "isHidden", s.drafts, s.passed,
      jsonb_build_object(${Object.entries(facts)
        .map(([step, fact]) => `'${step}', ${fact}`)
        .join(', ')}) AS done
    FROM organisation o, set_up s`,
    [hasMail],
  );

export const changeSetUp = (sql: Sql, { passed, isHidden, hasSeenBoard }: ChangeSetUp): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE set_up SET passed = coalesce($1, passed),
      hidden_at = CASE WHEN $2 THEN coalesce(hidden_at, now()) WHEN NOT $2 THEN NULL ELSE hidden_at END,
      board_seen_at = CASE WHEN $3 THEN coalesce(board_seen_at, now()) ELSE board_seen_at END`,
    [passed ?? null, isHidden ?? null, hasSeenBoard ?? false],
  );

/** An empty draft is none. */
export const keepDraft = (sql: Sql, page: SetUpPage, text: string): Promise<number> =>
  sql.change(
    `UPDATE set_up SET drafts = CASE WHEN $2 = '' THEN drafts - $1::text ELSE drafts || jsonb_build_object($1::text, $2::text) END`,
    [page, text],
  );
