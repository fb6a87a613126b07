import { badRequest } from '../http/problem.js';
import type { Database, Sql } from './database.js';

const usualLimitMs = 5_000;
const statementTimeout = '57014';

/** A read that a filter may make long ends after some seconds, with a refusal that says what to do. */
export async function inTime<Result>(
  database: Database,
  read: (sql: Sql) => Promise<Result>,
  limitMs = usualLimitMs,
): Promise<Result> {
  try {
    return await database.transaction(async (sql) => {
      await sql.change(`SET LOCAL statement_timeout = ${limitMs}`);
      return read(sql);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === statementTimeout) throw tooWide();
    throw error;
  }
}

const tooWide = () =>
  badRequest('too-wide', 'There is too much to look through. Narrow the period, or name an account or a rep.');
