import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { ChainVerification } from '@forecall/contracts';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { Sql } from '../../platform/database/database.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { aCycle, anAppraisal } from '../../testing/appraisal-builders.js';
import { anOrganisation, aSignIn, aStaff, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { canonical } from './canonical.js';
import { chainQueue } from './chain-queue.js';
import { chainName } from './chain.service.js';
import { describeBreak } from './describe.js';
import { verifyChain } from './verify.js';

describe('the chain of signed appraisals', () => {
  let test: TestApp;
  let desk: Desk;
  let admin: SignedIn;
  const ids: string[] = [];

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    desk = await aDesk(sql);
    admin = await aSignIn(sql, { role: 'admin' });
    const cycleId = await aCycle(sql);
    for (const name of ['陈国栋', 'Liu Yan', 'Zhao Min', 'Wang Fang'])
      ids.push(await signed(await aStaff(sql, { name, teamId: desk.teamId }), cycleId));
  });
  afterAll(() => test.close());

  const signed = (subjectId: string, cycleId: string) =>
    anAppraisal(test.database, {
      ...{ cycleId, subjectId, appraiserId: desk.supervisor.staffId, teamId: desk.teamId },
      ...{ departmentId: desk.departmentId, steps: ['given', 'agreed', 'signed'] },
    });

  const tables = ['appraisal', 'appraisal_step', 'appraisal_figure', 'appraisal_goal', 'appraisal_seal'];

  /** What the owner of the tables can do, seen by what is made of it, and taken back again. */
  async function tampered(change: (sql: Sql) => Promise<unknown>, passed: Parameters<typeof verifyChain>[1] = null) {
    const undone = new Error('undone');
    let found: Awaited<ReturnType<typeof verifyChain>> | undefined;
    await test.database
      .transaction(async (sql) => {
        for (const table of tables) await sql.change(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
        await change(sql);
        found = await verifyChain(sql, passed);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return found!.first;
  }

  it('is whole, and says where it ends', async () => {
    const { signed: count, head, first } = await verifyChain(test.database);
    expect({ count, first }).toEqual({ count: 4, first: null });
    expect(head).toMatch(/^4:[0-9a-f]{64}$/);
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: 0.86 })).toBe('{"a":0.86,"b":[1,{"c":"x","d":null}]}');
  });

  it('names the first row that was altered, by appraisal, subject and cycle', async () => {
    const change = (sql: Sql) =>
      sql.change(`UPDATE appraisal SET text = jsonb_set(text, '{comment}', '"Never on time."') WHERE id = ANY ($1)`, [
        [ids[0], ids[2]],
      ]);
    const first = await tampered(change);
    expect(first).toEqual({
      ...{ n: 1, fault: 'altered', appraisalId: ids[0], kind: 'rep', subject: '陈国栋' },
      cycle: 'month 1950-01-01',
    });
    expect(describeBreak(first!)).toBe(
      `Signature 1: appraisal ${ids[0]} of 陈国栋 (rep, month 1950-01-01) is not as it was signed.`,
    );
  });

  it.each<[string, string, object]>([
    ['a step', `UPDATE appraisal_step SET note = 'I agree' WHERE appraisal_id = $1`, { fault: 'altered', n: 2 }],
    [
      'a step that came to it',
      `INSERT INTO appraisal_step (appraisal_id, n, step) VALUES ($1, 9, 'agreed')`,
      { fault: 'altered', n: 2 },
    ],
    [
      'a hash',
      `UPDATE appraisal_seal SET sha256 = sha256('x') WHERE appraisal_id = $1`,
      { fault: 'seal-altered', n: 2 },
    ],
    [
      'a seal taken out of the middle',
      'DELETE FROM appraisal_seal WHERE appraisal_id = $1',
      { fault: 'seal-gone', n: 2, subject: 'Liu Yan' },
    ],
    [
      'an appraisal taken away',
      `WITH w AS (DELETE FROM appraisal_step WHERE appraisal_id = $1) DELETE FROM appraisal WHERE id = $1`,
      { fault: 'gone', n: 2, subject: null },
    ],
  ])('finds %s', async (_, change, found) => {
    const first = await tampered(async (sql) => {
      await sql.change('ALTER TABLE appraisal_step DROP CONSTRAINT appraisal_step_appraisal_id_fkey');
      await sql.change(change, [ids[1]]);
    });
    expect(first).toMatchObject(found);
  });

  it('finds what was taken off its end, by what is kept apart', async () => {
    const cut = (sql: Sql) => sql.change('DELETE FROM appraisal_seal WHERE appraisal_id = $1', [ids[3]]);
    expect(await tampered(cut)).toMatchObject({ fault: 'seal-gone', n: 4, subject: 'Wang Fang' });
    const trace = async (sql: Sql) => {
      await cut(sql);
      await sql.change(`UPDATE appraisal_chain SET n = 3, sha256 = (SELECT sha256 FROM appraisal_seal WHERE n = 3)`);
    };
    expect(await tampered(trace)).toMatchObject({ fault: 'unsealed', subject: 'Wang Fang' });
    const whole = async (sql: Sql) => {
      await trace(sql);
      await sql.change('DELETE FROM appraisal_step WHERE appraisal_id = $1', [ids[3]]);
    };
    // Whoever takes every trace away is found only by where the chain stood before.
    expect(await tampered(whole)).toBeNull();
    const [n, sha256] = (await verifyChain(test.database)).head.split(':');
    expect(await tampered(whole, { n: Number(n), sha256: sha256! })).toMatchObject({ fault: 'seal-gone', n: 4 });
  });

  it('is walked each night, and its result is the administrator’s', async () => {
    const last = async () =>
      (await test.http.get('/api/appraisal-chain/verification').set('Cookie', admin.cookie).expect(200))
        .body as ChainVerification;
    expect(await last()).toMatchObject({ startedAt: null, signed: null });
    await Promise.all([1, 2].map(() => test.app.get(Schedules).claim(chainName, 'day', chainQueue)));
    await test.app.get(Jobs).runDue();
    expect(await last()).toMatchObject({ signed: 4, first: null, finishedAt: expect.any(String) as string });
  });

  it('is walked by a command, which ends with 1 where it is broken', async () => {
    const command = join(import.meta.dirname, '../../../dist/appraisals/chain/command.js');
    const env = { PATH: process.env.PATH, DATABASE_URL: test.databaseUrl, DATABASE_POOL: '2' };
    const run = (...told: string[]) =>
      new Promise<{ code: number; output: string }>((resolve) => {
        const child = execFile(process.execPath, [command, ...told], { env }, (_, out, errors) =>
          resolve({ code: child.exitCode ?? -1, output: out + errors }),
        );
      });
    const good = await run();
    expect(good.output).toContain('Every one of the 4 signed appraisals is as it was signed.');
    expect(good.code).toBe(0);
    const { head } = await verifyChain(test.database);
    expect((await run(head)).code).toBe(0);
    expect((await run('2:nonsense')).code).toBe(2);
    await test.database.change('ALTER TABLE appraisal DISABLE TRIGGER keep_signed');
    await test.database.change(`UPDATE appraisal SET appraiser_id = $2 WHERE id = $1`, [ids[2], desk.head.staffId]);
    const broken = await run();
    expect(broken.output).toContain(`Signature 3: appraisal ${ids[2]} of Zhao Min (rep, month 1950-01-01)`);
    expect(broken.code).toBe(1);
  });
});
