import { verify } from '@node-rs/argon2';
import type { Sql } from '../platform/database/database.js';

/** Everybody's in the demo company, and nobody's anywhere else. */
export const demoPassword = 'beichen demo';

/** So many of those who have key accounts to call. */
const shownCallers = 2;

const shown = [
  ['admin', 'sun.li@beichen.example'],
  ['executive', 'chen.guodong@beichen.example'],
  ['head', 'mary.osei@beichen.example'],
  ['supervisor', 'zhao.min@beichen.example'],
  ['agent', 'li.yan@beichen.example'],
] as const;

interface DemoSignIn extends Record<string, unknown> {
  readonly who: string;
  readonly email: string;
  readonly argon2id: string;
}

/** What to print at the start: those of the demo's sign-ins that still open with the demo's password. */
export async function demoSignInLines(sql: Sql): Promise<string[]> {
  const found = await sql.rows<DemoSignIn>(
    `SELECT w.who, i.email, i.argon2id FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS w (who, email, n)
     JOIN sign_in i ON i.email = w.email JOIN organisation o ON o.is_demo
     WHERE i.argon2id IS NOT NULL AND i.disabled_at IS NULL ORDER BY w.n`,
    [shown.map(([who]) => who), shown.map(([, email]) => email)],
  );
  found.push(...(await callersOfDemo(sql)), ...(await leadersOfCallers(sql)));
  // At first all share one hash, so this is one look, not nine.
  const opens = new Map<string, boolean>();
  for (const { argon2id } of found) if (!opens.has(argon2id)) opens.set(argon2id, await verify(argon2id, demoPassword));
  const lines = found.flatMap(({ who, email, argon2id }) => (opens.get(argon2id) ? [`${who.padEnd(18)}${email}`] : []));
  return lines.length > 0 ? [`The demo company. Password of all: ${demoPassword}`, ...lines] : [];
}

/** Who has most to call by today, then within a week, then most key accounts in care. */
const callersOfDemo = (sql: Sql): Promise<DemoSignIn[]> =>
  sql.rows<DemoSignIn>(/* sql */ `
    SELECT 'caller' AS who, i.email, i.argon2id
    FROM organisation o JOIN sign_in i ON o.is_demo
    JOIN LATERAL (
      SELECT count(*) AS accounts FROM account_care c JOIN account_class k ON k.account_id = c.account_id
      WHERE c.staff_id = i.staff_id AND c.part = 'rep' AND c."to" IS NULL AND k."to" IS NULL
    ) care ON care.accounts > 0
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.on_day <= (now() AT TIME ZONE o.zone)::date) AS today, count(*) AS week
      FROM planned_call p
      WHERE p.staff_id = i.staff_id AND p.state = 'planned' AND p.on_day < (now() AT TIME ZONE o.zone)::date + 7
    ) calls
    WHERE i.argon2id IS NOT NULL AND i.disabled_at IS NULL
    ORDER BY calls.today DESC, calls.week DESC, care.accounts DESC, i.email LIMIT ${shownCallers}`);

/** The supervisor and the head whose people have most key accounts in care: the plan of calls is theirs to see. */
const leadersOfCallers = (sql: Sql): Promise<DemoSignIn[]> =>
  sql.rows<DemoSignIn>(/* sql */ `
    SELECT led.who, led.email, led.argon2id FROM (VALUES ('supervisor', 1), ('head', 2)) AS wanted (role, n)
    CROSS JOIN LATERAL (
      SELECT 'calls-' || l.role AS who, i.email, i.argon2id
      FROM organisation o JOIN leadership l ON o.is_demo AND l.role = wanted.role AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
      JOIN team t ON t.id = l.team_id OR t.department_id = l.department_id
      JOIN membership m ON m.team_id = t.id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
      JOIN account_care c ON c.staff_id = m.staff_id AND c.part = 'rep' AND c."to" IS NULL
      JOIN sign_in i ON i.staff_id = l.staff_id AND i.argon2id IS NOT NULL AND i.disabled_at IS NULL
      GROUP BY l.role, i.email, i.argon2id ORDER BY count(*) DESC, i.email LIMIT 1
    ) led ORDER BY wanted.n`);
