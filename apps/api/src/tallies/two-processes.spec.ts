import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { anAnswer } from '../testing/stored-rows.js';
import { type ApiProcess, startApiProcess } from '../testing/process.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { verifyTallies } from './verify.js';

const workers = 8;
const actsEach = 40;
const day = 86_400_000;

/** A repeatable sequence of whole numbers below a bound. */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

interface Logged {
  readonly id: string;
  revision: number;
  complaintId: string | null;
}

/** Two programs on one database, everything at once, one of them killed: no atom may differ from a recount. */
describe('tallies under two processes', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let programs: ApiProcess[];
  let reps: SignedIn[];
  let leader: SignedIn;
  let reasons: string[];
  const acknowledged = new Set<string>();
  let lost = 0;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(
      await new DataSource(dataSourceOptions({ DATABASE_URL: testDatabase.url, DATABASE_POOL: 4 })).initialize(),
    );
    await anOrganisation(database);
    const departments = [await aDepartment(database), await aDepartment(database), await aDepartment(database)];
    reasons = await Promise.all(departments.map((id) => aReason(database, id)));
    const teams = await Promise.all(departments.map((id) => aTeam(database, id)));
    reps = await Promise.all(
      teams.map(async (teamId) => aSignIn(database, { role: 'rep', staffId: await aStaff(database, { teamId }) })),
    );
    leader = await aSignIn(database, { role: 'head', unitId: departments[0] });
    for (const departmentId of departments.slice(1)) {
      await database.change(
        `INSERT INTO role_grant (id, sign_in_id, role, department_id) VALUES ($1, $2, 'head', $3)`,
        [uuid(), leader.signInId, departmentId],
      );
    }
    programs = await Promise.all([startApiProcess(testDatabase.url), startApiProcess(testDatabase.url)]);
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop().catch(() => undefined)));
    await database.dataSource.destroy();
    await testDatabase.drop();
  });

  /** One request to whichever program is asked; undefined where it died over it. */
  async function send(
    program: ApiProcess,
    who: SignedIn,
    method: string,
    path: string,
    body: object,
  ): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
    try {
      const reply = await fetch(`${program.url}/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          cookie: who.cookie,
          'x-forecall': 'console',
          'idempotency-key': uuid(),
        },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
    } catch {
      lost += 1;
      return undefined;
    }
  }

  async function log(program: ApiProcess, next: (bound: number) => number, mine: Logged[]): Promise<void> {
    const isLate = next(6) === 0;
    const endedAt = new Date(Date.now() - (isLate ? next(20) * day : next(3600) * 1000));
    const id = uuid();
    const channel = ['phone', 'chat', 'email'][next(3)];
    const who = reps[next(reps.length)] ?? leader;
    const reply = await send(program, isLate ? leader : who, 'POST', '/contacts', {
      id,
      channel,
      direction: 'in',
      startedAt: new Date(endedAt.getTime() - 600_000).toISOString(),
      endedAt: endedAt.toISOString(),
      waitSeconds: channel === 'email' ? null : next(60),
      talkSeconds: next(300),
      reasonId: reasons[next(reasons.length)],
      resolved: next(2) === 0,
      ...(isLate ? { repId: who.staffId } : {}),
      ...(next(4) === 0 ? { complaint: { summary: 'late' } } : {}),
    });
    if (reply?.status !== 201) return;
    acknowledged.add(id);
    const complaint = reply.body['complaint'] as { id: string } | null;
    mine.push({ id, revision: 1, complaintId: complaint?.id ?? null });
  }

  /** Correct, move in time, hand over, void: one of the acts that change what was counted. */
  async function change(program: ApiProcess, next: (bound: number) => number, mine: Logged[]): Promise<void> {
    const contact = mine[next(mine.length)];
    if (!contact) return;
    const act = next(4);
    const why = 'typed wrongly';
    if (act === 0 && contact.complaintId) {
      await send(program, leader, 'POST', `/complaints/${contact.complaintId}/void`, { revision: 1, why });
      return;
    }
    if (act === 1) {
      await send(program, leader, 'POST', `/contacts/${contact.id}/void`, { revision: contact.revision, why });
      return;
    }
    const moved = new Date(Date.now() - next(10) * day - next(3600) * 1000);
    const changes =
      act === 2
        ? { reasonId: reasons[next(reasons.length)], talkSeconds: next(500) }
        : { startedAt: new Date(moved.getTime() - 900_000).toISOString(), endedAt: moved.toISOString() };
    const reply = await send(program, leader, 'PATCH', `/contacts/${contact.id}`, {
      revision: contact.revision,
      why,
      changes,
    });
    if (reply?.status === 200) contact.revision = Number(reply.body['revision']);
  }

  it('count every acknowledged contact once, in its bucket, though one process is killed amid the work', async () => {
    let acts = 0;
    const work = Array.from({ length: workers }, async (_, worker) => {
      const next = sequence(1000 + worker);
      const mine: Logged[] = [];
      for (let act = 0; act < actsEach; act += 1) {
        const alive = programs[next(programs.length)] ?? programs[0];
        if (!alive) throw new Error('no program is left');
        if (next(3) > 0) await log(alive, next, mine);
        else await change(alive, next, mine);
        const contact = mine[next(mine.length || 1)];
        if (contact && next(5) === 0) await anAnswer(database, contact.id, 1 + next(5));
        acts += 1;
        if (acts === (workers * actsEach) / 2) await programs.pop()?.kill();
      }
    });
    await Promise.all(work);
    await untilFolded();
    const stored = await database.rows<{ id: string }>('SELECT id FROM contact WHERE id = ANY ($1::uuid[])', [
      [...acknowledged],
    ]);
    expect(stored).toHaveLength(acknowledged.size);
    expect(acknowledged.size).toBeGreaterThan(workers * actsEach * 0.5);
    expect(lost).toBeLessThan(workers * 3);
    const counts = await database.first<{ voided: number; revised: number; complaints: number }>(`
      SELECT count(*) FILTER (WHERE voided_at IS NOT NULL)::int AS voided, count(*) FILTER (WHERE revision > 1)::int AS revised,
        count(*) FILTER (WHERE complaint_mark = 1)::int AS complaints FROM contact`);
    expect(counts?.voided).toBeGreaterThan(0);
    expect(counts?.revised).toBeGreaterThan(0);
    expect(counts?.complaints).toBeGreaterThan(0);
    expect(await verifyTallies(database)).toEqual([]);
  });

  it('give back nothing that was half done: the server holds no open transaction of the killed process', async () => {
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    // A transaction of the living process is over in less.
    const { rows } = await client.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database()
         AND state LIKE 'idle in transaction%' AND state_change < now() - interval '2 seconds'`,
    );
    await client.end();
    expect(rows[0]?.open).toBe(0);
  });

  async function untilFolded(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const left = await database.first<{ left: number }>('SELECT count(*)::int AS left FROM tally_delta');
      if (left?.left === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the differences were not folded');
  }
});
