import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FigureReply } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { createApp } from '../../app.js';
import { newSecret } from '../../platform/access/secret.js';
import { sessionCookie } from '../../platform/access/viewers.js';
import type { Config } from '../../platform/config/config.js';
import type { ReportQuery } from './map.js';
import { Database } from '../../platform/database/database.js';

export interface RouteQuestion {
  readonly metric: MetricId;
  readonly attribute: string | undefined;
  readonly by: readonly string[];
  readonly scope: readonly string[];
  readonly threshold: number | undefined;
  readonly quantiles: boolean;
  readonly from: string;
  readonly to: string;
  readonly clock: 'end' | 'arrival';
}

export type AskRoute = (question: RouteQuestion) => Promise<Pick<FigureReply, 'total' | 'groups'>>;

/** The lines of a report as it is exported, without heads. */
export type AskReport = (query: ReportQuery) => Promise<string>;

/** The program itself on a database, without a port; figures are asked of its route by somebody who may see them all. */
export async function withFigureRoute<Result>(
  config: Config,
  work: (program: { readonly figure: AskRoute; readonly report: AskReport }) => Promise<Result>,
): Promise<Result> {
  const app = await createApp(config);
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const cookie = await signInAsExecutive(app.get(Database));
    return await work({
      figure: (question) => ask(app, cookie, question),
      report: (query) => askReport(app, cookie, query),
    });
  } finally {
    await app.close();
  }
}

async function ask(
  app: NestFastifyApplication,
  cookie: string,
  { metric, attribute, by, scope, threshold, quantiles, from, to, clock }: RouteQuestion,
): Promise<Pick<FigureReply, 'total' | 'groups'>> {
  const query = new URLSearchParams({ from, to, clock, limit: '500', quantiles: quantiles ? 'yes' : 'no' });
  if (attribute !== undefined) query.set('attribute', attribute);
  if (threshold !== undefined) query.set('threshold', String(threshold));
  for (const dimension of by) query.append('by', dimension);
  for (const part of scope) query.append('scope', part);
  const groups: FigureReply['groups'] = [];
  for (;;) {
    const url = `/api/figures/${metric}?${query.toString()}`;
    const reply = await app.inject({ method: 'GET', url, headers: { cookie } });
    if (reply.statusCode !== 200) throw new Error(`${url} answers ${reply.statusCode}: ${reply.body}`);
    const figures = reply.json<FigureReply>();
    groups.push(...figures.groups);
    if (figures.next === null) return { total: figures.total, groups };
    query.set('after', figures.next);
  }
}

async function askReport(app: NestFastifyApplication, cookie: string, asked: ReportQuery): Promise<string> {
  const query = new URLSearchParams({ format: 'csv', locale: 'en', heads: 'no' });
  for (const [name, value] of Object.entries(asked)) for (const one of [value].flat()) query.append(name, one);
  const url = `/api/reports/export?${query.toString()}`;
  const reply = await app.inject({ method: 'GET', url, headers: { cookie } });
  if (reply.statusCode !== 200) throw new Error(`${url} answers ${reply.statusCode}: ${reply.body}`);
  return reply.body;
}

async function signInAsExecutive(database: Database): Promise<string> {
  const { secret, hash } = newSecret();
  const [staffId, signInId] = [uuid(), uuid()];
  await database.transaction(async (sql) => {
    await sql.change(`INSERT INTO staff (id, name) VALUES ($1, 'Reconciler')`, [staffId]);
    await sql.change(`INSERT INTO sign_in (id, staff_id, email) VALUES ($1, $2, 'reconciler@localhost')`, [
      signInId,
      staffId,
    ]);
    await sql.change(`INSERT INTO role_grant (id, sign_in_id, role) VALUES ($1, $2, 'executive')`, [uuid(), signInId]);
    await sql.change(
      `INSERT INTO session (token_sha256, sign_in_id, expires_at) VALUES ($1, $2, now() + interval '12 hours')`,
      [hash, signInId],
    );
  });
  return `${sessionCookie}=${secret}`;
}
