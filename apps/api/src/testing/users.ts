import type { RoleName } from '@forecall/contracts';
import { hashPassword } from '../access/sign-in/password.js';
import type { Sql } from '../platform/database/database.js';
import { aSignIn, aStaff, type SignedIn } from './builders.js';

export const password = 'correct horse battery';
let argon2id: Promise<string> | undefined;

export interface User extends SignedIn {
  readonly email: string;
  readonly number: string;
}

/** Somebody who has chosen `password`, with an open session. */
export async function aUser(
  sql: Sql,
  options: { role?: RoleName; unitId?: string; staffId?: string; name?: string; email?: string; number?: string } = {},
): Promise<User> {
  argon2id ??= hashPassword(password);
  const { role = 'rep', unitId = null, name = 'Lin Yue' } = options;
  const staffId = options.staffId ?? (await aStaff(sql, { name }));
  const person = await aSignIn(sql, { role, unitId, staffId });
  const { email = `${person.signInId}@beichen.test`, number = `N-${person.signInId}` } = options;
  await sql.change('UPDATE sign_in SET argon2id = $2, email = $3 WHERE id = $1', [
    ...[person.signInId, await argon2id, email],
  ]);
  await sql.change('UPDATE staff SET external_id = $2 WHERE id = $1', [staffId, number]);
  return { ...person, email, number };
}
