import { Injectable } from '@nestjs/common';
import type { AccountHealthReply } from '@forecall/contracts';
import {
  accountHealth,
  complaintNumber,
  defaultHealthPoints,
  type HealthPoints,
  type HealthSignal,
} from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { noAccount, onlyInside } from '../account-refusal.js';
import { isInside } from '../account-sight.query.js';
import { calibration, healthLine, keepWorth, lastLowShare, missingDays, storeHealth } from './health.query.js';
import { factsIn, type HealthRow, healthRows, lowShareAt } from './health-facts.query.js';

/** How key accounts are, from which evidence, and what such an index has been worth. */
@Injectable()
export class HealthService {
  constructor(private readonly database: Database) {}

  /** Of one that was merged away: that of the one it went into. */
  async ofAccount(viewer: Viewer, id: string): Promise<AccountHealthReply> {
    const values = new SqlValues();
    const account = await this.database.first<{ accountId: string; isInside: boolean }>(
      `SELECT a.id AS "accountId", ${isInside('a', reachOf(viewer), values)} AS "isInside"
       FROM account asked JOIN account a ON a.id = coalesce(asked.merged_into, asked.id)
       WHERE asked.id = ${values.add(id, 'uuid')}`,
      values.list,
    );
    if (!account) throw noAccount();
    if (!account.isInside) throw onlyInside();
    const { accountId } = account;
    const now = new Date();
    const [points, share, [row], line, calibrated] = await Promise.all([
      healthPoints(this.database),
      lastLowShare(this.database),
      healthRows(this.database, now, [accountId]),
      healthLine(this.database, accountId),
      calibration(this.database),
    ]);
    if (!row) throw noAccount();
    const facts = factsIn(row, now, share ?? (await lowShareAt(this.database, now)));
    const { health, band, signals } = accountHealth(facts, points);
    return {
      ...{ health, band, asOf: now.toISOString(), line, calibration: calibrated },
      signals: signals.map((signal) => ({ ...signal, evidence: evidenceOf(signal, row, facts.answers) })),
    };
  }
}

/** Keeps today's health of all key accounts, that of days which the calibration looks at and nobody kept, and their worth. */
export async function keepHealth(sql: Sql, now: Date): Promise<number> {
  for (const at of await missingDays(sql)) await keepAt(sql, at);
  const accounts = await keepAt(sql, now);
  await keepWorth(sql);
  return accounts;
}

async function keepAt(sql: Sql, at: Date): Promise<number> {
  const [points, lowShare] = [await healthPoints(sql), await lowShareAt(sql, at)];
  const accounts = (await healthRows(sql, at, null)).map((row) => {
    const { health, band } = accountHealth(factsIn(row, at, lowShare), points);
    return { accountId: row.accountId, health, band };
  });
  await storeHealth(sql, at, accounts, lowShare);
  return accounts.length;
}

/** Whether nobody has reckoned it yet: the first plan does not wait for the night. */
export const isHealthUnknown = async (sql: Sql): Promise<boolean> =>
  (await sql.first('SELECT FROM health_day LIMIT 1')) === undefined;

async function healthPoints(sql: Sql): Promise<HealthPoints> {
  const row = await sql.first<{ points: Partial<HealthPoints> | null }>(
    'SELECT health_points AS points FROM call_setting',
  );
  return { ...defaultHealthPoints, ...row?.points };
}

type Evidence = AccountHealthReply['signals'][number]['evidence'];

function evidenceOf({ signal, hasData }: HealthSignal, row: HealthRow, answers: Evidence['answers'] | null): Evidence {
  if (!hasData) return {};
  switch (signal) {
    case 'overdue-complaints':
      return { complaints: row.overdue.map(({ id, number, year }) => ({ id, number: complaintNumber(number, year) })) };
    case 'low-answers':
      return answers ? { answers } : {};
    case 'silence':
      return row.silence ? { silence: row.silence } : {};
    case 'revenue':
      return row.revenue ? { revenue: row.revenue } : {};
    case 'broken-promises':
      return { promises: row.broken ?? [] };
    case 'person-gone':
      return row.gone ? { person: { id: row.gone.id, name: row.gone.name, nameZh: row.gone.nameZh } } : {};
    case 'no-training':
      return { trainedOn: row.trainedOn };
  }
}
