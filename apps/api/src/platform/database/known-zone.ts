import { badRequest } from '../http/problem.js';
import type { Sql } from './database.js';

/** The list of zones of this program may be newer than the database's, which then could count no day in it. */
export async function refuseUnknownZone(sql: Sql, zone: string): Promise<void> {
  const known = await sql.first('SELECT FROM pg_timezone_names WHERE lower(name) = lower($1)', [zone]);
  if (!known)
    throw badRequest('invalid', 'zone: the database knows no such time zone.', {
      fields: [{ path: 'zone', code: 'zone', message: 'the database knows no such time zone' }],
    });
}
