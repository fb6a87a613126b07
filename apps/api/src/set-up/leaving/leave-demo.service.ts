import { Injectable } from '@nestjs/common';
import type { LeaveDemo } from '@forecall/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { FirstRunService } from '../../access/links/first-run.service.js';
import { type Browser, SessionService } from '../../access/sign-in/session.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, unavailable } from '../../platform/http/problem.js';
import { foldLock } from '../../tallies/fold-lock.js';
import { lockCompany, wipeCompany } from './wipe.query.js';

/** Any number, the same in every process: two who leave the demo at once come one after the other. */
const leavingLock = 7_301_004;
const patienceMs = 3_000;
/** How long it is tried to have all tables at once. */
const longestMs = 20_000;
const pauseMs = 100;
const letGo = new Set(['40P01', '55P03']);

/** Ends the demo company and begins a company of one's own, in one transaction. */
@Injectable()
export class LeaveDemoService {
  constructor(
    private readonly database: Database,
    private readonly firstRun: FirstRunService,
    private readonly sessions: SessionService,
  ) {}

  /** Gives the secret of the one session that there is afterwards. */
  async leave(entry: LeaveDemo, browser: Browser): Promise<string> {
    await demandDemo(this.database, entry.demoName);
    const argon2id = await this.firstRun.keptOf(entry.password);
    const end = performance.now() + longestMs;
    for (;;) {
      try {
        return await this.tryToLeave(entry, argon2id, browser);
      } catch (error) {
        if (!isLetGo(error)) throw error;
        if (performance.now() > end) throw unavailable();
        await pause(pauseMs);
      }
    }
  }

  private tryToLeave(entry: LeaveDemo, argon2id: string, browser: Browser): Promise<string> {
    const { organisationName, zone, locale, name, email } = entry;
    return this.database.asOne(async (sql) => {
      await sql.change(`SET LOCAL lock_timeout = ${patienceMs}`);
      await sql.change('SELECT pg_advisory_xact_lock($1)', [leavingLock]);
      // Whoever folds holds some of the tables and waits for the others: not while we take them all.
      await sql.change('SELECT pg_advisory_xact_lock($1)', [foldLock]);
      await demandDemo(sql, entry.demoName);
      await lockCompany(sql);
      await sql.change(`SET LOCAL lock_timeout = ${patienceMs}`);
      await wipeCompany(sql);
      const founder = { name, email, locale, argon2id, organisation: { name: organisationName, zone } };
      const signInId = await this.firstRun.begin(sql, founder, browser.address);
      return this.sessions.open(signInId, browser);
    });
  }
}

async function demandDemo(sql: Sql, typed: string): Promise<void> {
  const organisation = await sql.first<{ name: string; isDemo: boolean }>(
    'SELECT name, is_demo AS "isDemo" FROM organisation',
  );
  if (!organisation?.isDemo) throw conflict('no-demo', 'This is not, or no longer, the demo company.');
  if (typed.trim() === organisation.name) return;
  const message = 'is not the name of the demo company';
  throw badRequest('demo-name', `demoName: ${message}.`, {
    fields: [{ path: 'demoName', code: 'demo-name', message }],
  });
}

const isLetGo = (error: unknown): boolean => error instanceof Error && 'code' in error && letGo.has(String(error.code));
