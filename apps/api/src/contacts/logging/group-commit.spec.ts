import supertest from 'supertest';
import { ProblemError } from '../../platform/http/problem.js';
import { anOrganisation, aSignIn, aStaff, type SignedIn } from '../../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { GroupCommit } from './group-commit.js';

describe('group commit', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const log = (who: SignedIn, body: object) => test.http.post('/api/contacts').set('Cookie', who.cookie).send(body);
  /** Without a look at the API's document, which knows no faults of ours. */
  const logUnchecked = (who: SignedIn, body: object) =>
    supertest(test.url).post('/api/contacts').set('Cookie', who.cookie).set('X-Forecall', 'console').send(body);
  const isStored = async (id: string) =>
    (await test.database.first('SELECT FROM contact WHERE id = $1', [id])) !== undefined;

  it('lets a bad row fail alone among 200, whoever they are from', async () => {
    await test.database.change(`ALTER TABLE contact ADD CONSTRAINT no_poison CHECK (note <> 'poison') NOT VALID`);
    const reps = await Promise.all(
      Array.from({ length: 8 }, async () =>
        aSignIn(test.database, { role: 'rep', staffId: await aStaff(test.database, { teamId: desk.teamId }) }),
      ),
    );
    const bodies = Array.from({ length: 200 }, (_, n) => aContactBody({ note: n === 117 ? 'poison' : `Row ${n}` }));
    const answers = await Promise.all(bodies.map((body, n) => logUnchecked(reps[n % 8]!, body)));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map((_, n) => (n === 117 ? 500 : 201)));
    const stored = await Promise.all(bodies.map(({ id }) => isStored(id)));
    expect(stored).toEqual(bodies.map((_, n) => n !== 117));
    await test.database.change('ALTER TABLE contact DROP CONSTRAINT no_poison');
  });

  it('answers each sender of a mixed group for the own row', async () => {
    const other = await aDesk(test.database);
    const [sound, beyond, unknown] = await Promise.all([
      log(desk.rep, aContactBody()),
      log(desk.supervisor, aContactBody({ repId: other.rep.staffId })),
      log(other.rep, aContactBody({ reasonId: '0190a000-0000-7000-8000-000000000000' })),
    ]);
    expect([sound.status, beyond.status, unknown.status]).toEqual([201, 403, 400]);
  });

  it('loses nothing acknowledged when every connection is cut, and takes the same rows again', async () => {
    const statuses = new Map<string, number>();
    const bodies: ReturnType<typeof aContactBody>[] = [];
    const count = (status: number) => [...statuses.values()].filter((one) => one === status).length;
    const isCutEnough = () => count(503) >= 5;
    const cut = async () => {
      while (!isCutEnough()) {
        await test.database
          .rows('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()')
          .catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    };
    const send = async () => {
      while (!isCutEnough() || count(201) < 100) {
        const body = aContactBody({ note: 'Cut' });
        bodies.push(body);
        statuses.set(body.id, (await log(desk.rep, body)).status);
      }
    };
    await Promise.all([cut(), ...Array.from({ length: 16 }, send)]);

    expect(new Set(statuses.values())).toEqual(new Set([201, 503]));
    for (const [id, status] of statuses) if (status === 201) expect(await isStored(id)).toBe(true);
    for (const body of bodies) {
      const { status } = await log(desk.rep, body);
      expect(statuses.get(body.id) === 201 ? [200] : [200, 201]).toContain(status);
    }
    const { n } = (await test.database.first<{ n: number }>(
      `SELECT count(*)::int AS n FROM contact WHERE note = 'Cut'`,
    ))!;
    expect(n).toBe(bodies.length);
  });
});

describe('the turns of a group commit', () => {
  const row = (id: string) => ({ id });
  /** A store whose groups wait until told to go on. */
  function aStore() {
    const groups: string[][] = [];
    const waiting: (() => void)[] = [];
    const store = async (entries: readonly { id: string }[]) => {
      groups.push(entries.map(({ id }) => id));
      await new Promise<void>((resolve) => waiting.push(resolve));
      return entries.map(({ id }) => id);
    };
    const begun = async (count: number) => {
      while (groups.length < count) await new Promise(setImmediate);
    };
    const goOn = () => waiting.shift()!();
    return { groups, store, begun, goOn };
  }

  it('collects while one is under way, and starts the next when it is over', async () => {
    const { groups, store, begun, goOn } = aStore();
    const commit = new GroupCommit(store, () => false);
    const first = commit.add(row('a'));
    await begun(1);
    const later = [commit.add(row('b')), commit.add(row('c'))];
    await new Promise(setImmediate);
    expect(groups).toEqual([['a']]);
    goOn();
    expect(await first).toBe('a');
    await begun(2);
    expect(groups).toEqual([['a'], ['b', 'c']]);
    goOn();
    expect(await Promise.all(later)).toEqual(['b', 'c']);
  });

  it('caps the group and the queue, and lets the second of an id wait for the first', async () => {
    const { groups, store, begun, goOn } = aStore();
    const commit = new GroupCommit(store, () => false, { group: 2, queue: 4 });
    const added = ['a', 'a', 'b', 'c'].map((id) => commit.add(row(id)));
    await expect(commit.add(row('d'))).rejects.toEqual(expect.objectContaining({ status: 503, code: 'busy' }));
    for (const turn of [1, 2, 3]) {
      await begun(turn);
      goOn();
    }
    await Promise.all(added);
    expect(groups).toEqual([['a'], ['a', 'b'], ['c']]);
  });

  it('does not try again what may have been committed', async () => {
    let tries = 0;
    const fail = () => {
      tries += 1;
      return Promise.reject(new ProblemError(503, 'unavailable', 'away'));
    };
    const commit = new GroupCommit(fail, () => true);
    const results = await Promise.allSettled([commit.add(row('a')), commit.add(row('b'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tries).toBe(1);
  });
});
