import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { aSignIn } from '../../testing/builders.js';
import { type HttpClient, httpClient } from '../../testing/http-client.js';
import { replyCheck } from '../../testing/reply-check.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { GuardModule } from '../access/guard.module.js';
import { Permit } from '../access/permit.js';
import { readConfig } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { Database } from '../database/database.js';
import { apiDocument } from '../docs/api-document.js';
import { badRequest } from '../http/problem.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { validationPipe } from '../http/validation.pipe.js';
import { clearOldKeys } from './idempotency.query.js';
import { Repeatable } from './repeatable.js';

const Opening = z
  .strictObject({ name: z.string(), fails: z.enum(['after', 'caught']).optional() })
  .meta({ id: 'Opening' });
const Opened = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Opened' });

/** Opens departments, through the pool, in a transaction and in one that fails inside. */
@Controller('openings')
class OpeningController {
  static gate: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  @Post()
  @Permit('session.own')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Opened })
  async open(@Body({ schema: Opening }) { name, fails }: z.infer<typeof Opening>): Promise<z.infer<typeof Opened>> {
    const id = uuid();
    await this.database.change('INSERT INTO department (id, name) VALUES ($1, $2)', [id, name]);
    await OpeningController.gate;
    if (fails === 'caught') {
      const twice = this.database.transaction((sql) =>
        sql.change('INSERT INTO department (id, name) VALUES ($1, $2)', [id, 'twice']),
      );
      await expect(twice).rejects.toThrow('duplicate key');
    }
    await this.database.transaction((sql) => sql.change('UPDATE department SET name_zh = name WHERE id = $1', [id]));
    if (fails === 'after') throw badRequest('invalid', 'Not this one.');
    return { id, name };
  }
}

describe('a repeatable POST', () => {
  let testDatabase: TestDatabase;
  let app: NestFastifyApplication;
  let http: HttpClient;
  let database: Database;
  let cookie: string;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const config = readConfig({ DATABASE_URL: testDatabase.url });
    @Module({
      imports: [ConfigModule.with(config), DatabaseModule.with(config), GuardModule],
      controllers: [OpeningController],
    })
    class OpeningModule {}
    app = await NestFactory.create<NestFastifyApplication>(OpeningModule, new FastifyAdapter(), { logger: false });
    app.setGlobalPrefix('api');
    app.useGlobalPipes(validationPipe());
    app.useGlobalFilters(new ProblemFilter());
    await app.register(fastifyCookie);
    await app.listen(0, '127.0.0.1');
    http = httpClient(await app.getUrl(), replyCheck(apiDocument(app)));
    database = app.get(Database);
    ({ cookie } = await aSignIn(database, { role: 'rep' }));
  });
  afterAll(async () => {
    await app.close();
    await testDatabase.drop();
  });

  const post = (body: z.infer<typeof Opening>, key: string, as = cookie) =>
    http.post('/api/openings').set('Cookie', as).set('Idempotency-Key', key).send(body);
  const departments = (name: string) =>
    database.rows<{ id: string; nameZh: string }>('SELECT id, name_zh AS "nameZh" FROM department WHERE name = $1', [
      name,
    ]);

  it('is done once and answered the same each time', async () => {
    const first = await post({ name: 'Sales' }, 'key-sales-1').expect(201);
    const again = await post({ name: 'Sales' }, 'key-sales-1').expect(201);
    expect(again.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await departments('Sales')).toEqual([{ id: first.body.id, nameZh: 'Sales' }]);
  });

  it('is done each time without a key', async () => {
    await http.post('/api/openings').set('Cookie', cookie).send({ name: 'Loose' }).expect(201);
    await http.post('/api/openings').set('Cookie', cookie).send({ name: 'Loose 2' }).expect(201);
  });

  it('refuses the key for another body, and gives nothing away', async () => {
    await post({ name: 'Repairs' }, 'key-repairs').expect(201);
    const { body } = await post({ name: 'Other' }, 'key-repairs').expect(409);
    expect(body.code).toBe('idempotency-conflict');
    expect(JSON.stringify(body)).not.toContain('Repairs');
    expect(await departments('Other')).toEqual([]);
  });

  it("is apart from another person's with the same key", async () => {
    const other = await aSignIn(database, { role: 'rep' });
    const first = await post({ name: 'Mine' }, 'key-of-both').expect(201);
    const { body } = await post({ name: 'Theirs' }, 'key-of-both', other.cookie).expect(201);
    expect(body.id).not.toBe(first.body.id);
  });

  it('is done once by twins at the same time', async () => {
    let open: (value: unknown) => void = () => undefined;
    OpeningController.gate = new Promise((resolve) => (open = resolve));
    const twins = [1, 2, 3].map(() => post({ name: 'Twins' }, 'key-twins-1').then((reply) => reply));
    await waitUntil(async () => {
      const { waiting } = (await database.first<{ waiting: string }>(
        `SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      ))!;
      return waiting === '2';
    });
    open(undefined);
    const replies = await Promise.all(twins);
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await departments('Twins')).toHaveLength(1);
  });

  it('does not keep a twin waiting for ever', async () => {
    let open: (value: unknown) => void = () => undefined;
    OpeningController.gate = new Promise((resolve) => (open = resolve));
    const first = post({ name: 'Slow' }, 'key-slow-11').then((reply) => reply);
    await waitUntil(async () => (await lockedKeys(database)) > 0);
    const second = await post({ name: 'Slow' }, 'key-slow-11').expect(409);
    expect(second.body.code).toBe('in-progress');
    open(undefined);
    expect((await first).status).toBe(201);
    await post({ name: 'Slow' }, 'key-slow-11').expect(201, (await first).text);
  });

  it('leaves nothing behind when it is refused, and is judged anew', async () => {
    await post({ name: 'Never', fails: 'after' }, 'key-never-1').expect(400);
    expect(await departments('Never')).toEqual([]);
    const kept = await database.rows(`SELECT 1 FROM idempotency WHERE key = 'key-never-1'`);
    expect(kept).toEqual([]);
    await post({ name: 'Never' }, 'key-never-1').expect(201);
  });

  it('survives a part that failed and was caught', async () => {
    await post({ name: 'Caught', fails: 'caught' }, 'key-caught').expect(201);
    expect(await departments('Caught')).toHaveLength(1);
  });

  it('leaves nothing behind when its connection is cut before the commit', async () => {
    let open: (value: unknown) => void = () => undefined;
    OpeningController.gate = new Promise((resolve) => (open = resolve));
    const cut = http.post('/api/openings').set('Cookie', cookie).set('Idempotency-Key', 'key-cut-1');
    const reply = cut.send({ name: 'Cut' }).then(
      ({ status }) => status,
      () => 500,
    );
    await waitUntil(async () => (await lockedKeys(database)) > 0);
    await database.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    open(undefined);
    expect(await reply).toBe(500);
    expect(await departments('Cut')).toEqual([]);
    OpeningController.gate = Promise.resolve();
    await post({ name: 'Cut' }, 'key-cut-1').expect(201);
    expect(await departments('Cut')).toHaveLength(1);
  });

  it('forgets a key after 72 hours', async () => {
    await post({ name: 'Old' }, 'key-old-1').expect(201);
    const age = (hours: number) =>
      database.change(`UPDATE idempotency SET at = now() - $1 * interval '1 hour' WHERE key = 'key-old-1'`, [hours]);
    await age(71.9);
    expect(await clearOldKeys(database)).toBe(0);
    await post({ name: 'Newer' }, 'key-old-1').expect(409);
    await age(72.1);
    await post({ name: 'Newer' }, 'key-old-1').expect(201);
    await age(72.1);
    expect(await clearOldKeys(database)).toBe(1);
  });

  it.each([
    ['short', 'short12'],
    ['too long', 'x'.repeat(201)],
    ['of several words', 'has a space in it'],
  ])('refuses a key that is %s', async (_, key) => {
    await post({ name: 'Key' }, key).expect(400);
  });
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function lockedKeys(database: Database): Promise<number> {
  const row = await database.first<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE 'INSERT INTO department%'`,
  );
  return row?.n ?? 0;
}
