import { verify } from '@node-rs/argon2';
import type { Sql } from '../platform/database/database.js';

/** Everybody's in the demo company, and nobody's anywhere else. */
export const demoPassword = 'beichen demo';

const shown = [
  ['admin', 'sun.li@beichen.example'],
  ['executive', 'chen.guodong@beichen.example'],
  ['head', 'mary.osei@beichen.example'],
  ['supervisor', 'zhao.min@beichen.example'],
  ['agent', 'li.yan@beichen.example'],
  ['agent', 'wang.lin@beichen.example'],
] as const;

/** What to print at the start: those of the demo's sign-ins that still open with the demo's password. */
export async function demoSignInLines(sql: Sql): Promise<string[]> {
  const found = await sql.rows<{ email: string; argon2id: string }>(
    `SELECT i.email, i.argon2id FROM sign_in i, organisation o
     WHERE o.is_demo AND i.email = ANY ($1) AND i.argon2id IS NOT NULL AND i.disabled_at IS NULL`,
    [shown.map(([, email]) => email)],
  );
  // At first all share one hash, so this is one look, not six.
  const opens = new Map<string, boolean>();
  for (const { argon2id } of found) if (!opens.has(argon2id)) opens.set(argon2id, await verify(argon2id, demoPassword));
  const open = new Set(found.flatMap(({ email, argon2id }) => (opens.get(argon2id) ? [email] : [])));
  const lines = shown.flatMap(([who, email]) => (open.has(email) ? [`${who.padEnd(12)}${email}`] : []));
  return lines.length > 0 ? [`The demo company. Password of all: ${demoPassword}`, ...lines] : [];
}
