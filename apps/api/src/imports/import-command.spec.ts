import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { importCases } from '../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

const program = (name: 'imports/import-command' | 'imports/reconcile-command' | 'tallies/command') =>
  join(import.meta.dirname, `../../dist/${name}.js`);

const rowCount = 12_000;

/** The built command as a process of its own, which can be killed. */
describe('the import command', () => {
  let testDatabase: TestDatabase;
  let client: Client;
  let folder: string;
  let file: string;
  const preset = join(dirname(importCases('compared')[0]?.file ?? ''), 'preset.json');

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    folder = mkdtempSync(join(tmpdir(), 'forecall-import-'));
    file = join(folder, 'many.csv');
    writeFileSync(file, manyCalls());
  });
  afterAll(async () => {
    await client.end();
    await testDatabase.drop();
    rmSync(folder, { recursive: true });
  });

  function manyCalls(): string {
    const rows = Array.from({ length: rowCount }, (_, index) => {
      const minute = String(index % 60).padStart(2, '0');
      const day = String(1 + (index % 28)).padStart(2, '0');
      return `M${index},Agent ${index % 9},2026-02-${day},10:${minute}:00,Bill,Y,Y,${index % 50},100,${1 + (index % 5)}`;
    });
    return `Id,Agent,Day,Clock,Topic,Answered,Solved,Wait,Talk,Stars\n${rows.join('\n')}\n`;
  }

  function start(args: readonly string[], name: Parameters<typeof program>[0] = 'imports/import-command') {
    const child = spawn(process.execPath, [program(name), ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: testDatabase.url, DATABASE_POOL: '4' },
    });
    const output = collect(child);
    return {
      child,
      output,
      ended: once(child, 'close').then(([code]) => ({ code: code as number, output: output() })),
    };
  }

  function collect(child: ChildProcess): () => string {
    const pieces: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => pieces.push(String(piece)));
    return () => pieces.join('');
  }

  const batches = async () =>
    (
      await client.query<{ id: string; state: string; rows_read: number; rows_taken: number }>(
        'SELECT id, state, rows_read, rows_taken FROM import_batch ORDER BY created_at',
      )
    ).rows;
  const contacts = async () =>
    (
      await client.query<{ count: number; ids: number }>(
        'SELECT count(*)::int AS count, count(DISTINCT external_id)::int AS ids FROM contact',
      )
    ).rows[0];
  const verify = () => start(['verify'], 'tallies/command').ended;

  it('is killed while it writes, names what it left, goes on with it, and has every row once', async () => {
    const first = start([file, '--preset', preset, '--organisation', 'Beichen Systems']);
    while (((await batches())[0]?.rows_taken ?? 0) === 0) await sleep(5);
    first.child.kill('SIGKILL');
    await first.ended;
    const [left] = await batches();
    expect(left?.state).toBe('importing');
    expect(left?.rows_taken).toBeLessThan(rowCount);
    expect((await contacts())?.count).toBe(left?.rows_taken);

    const again = await start([file, '--preset', preset]).ended;
    expect(again.code).toBe(1);
    expect(again.output).toContain(`interrupted: batch ${left?.id}`);

    const resumed = await start([file, '--preset', preset, '--resume']).ended;
    expect(resumed).toMatchObject({ code: 0 });
    expect(await batches()).toEqual([{ id: left?.id, state: 'done', rows_read: rowCount, rows_taken: rowCount }]);
    expect(await contacts()).toEqual({ count: rowCount, ids: rowCount });
    expect((await verify()).output).toContain('Every tally agrees with the rows.');
  });

  it('adds nothing when the same file comes again', async () => {
    const again = await start([file, '--preset', preset]).ended;
    expect(again).toMatchObject({ code: 0 });
    expect(again.output).toContain(`0 taken, 0 refused, 12,000 in already`);
    expect(await contacts()).toEqual({ count: rowCount, ids: rowCount });
  });

  it('is undone, keeps the batch, and lets the file come again', async () => {
    const [batch] = await batches();
    const undone = await start(['--undo', batch?.id ?? '']).ended;
    expect(undone).toMatchObject({ code: 0 });
    expect(undone.output).toContain(`${rowCount} contacts deleted`);
    expect(await contacts()).toEqual({ count: 0, ids: 0 });
    for (const table of ['answer', 'staff', 'reason', 'team', 'import_stage', 'import_file'])
      expect((await client.query(`SELECT 1 FROM ${table}`)).rows).toEqual([]);
    expect((await batches())[0]).toMatchObject({ state: 'undone', rows_taken: rowCount });
    const { rows: acts } = await client.query('SELECT act, entity_name, after FROM audit_entry ORDER BY n');
    const after = (rows: number) => ({ preset: 'small', rows });
    expect(acts).toEqual([
      { act: 'import.finished', entity_name: 'many.csv', after: after(rowCount) },
      { act: 'import.finished', entity_name: 'many.csv', after: after(0) },
      { act: 'import.undone', entity_name: 'many.csv', after: after(rowCount) },
    ]);
    expect((await verify()).output).toContain('Every tally agrees with the rows.');
    expect(await start([file, '--preset', preset]).ended).toMatchObject({ code: 0 });
    expect(await contacts()).toEqual({ count: rowCount, ids: rowCount });
  });

  it('knows a preset that was kept on the screen, by its name and by the columns of the file', async () => {
    const definition = { ...(JSON.parse(readFileSync(preset, 'utf8')) as object), name: 'kept', source: 'kept' };
    await client.query('INSERT INTO import_preset (name, definition) VALUES ($1, $2)', ['kept', definition]);
    const few = join(folder, 'few.csv');
    writeFileSync(few, manyCalls().split('\n').slice(0, 11).join('\n'));
    expect((await start([few, '--preset', 'kept']).ended).output).toContain('preset kept: 10 rows read, 10 taken');
    expect((await start([few]).ended).output).toContain('preset kept: 10 rows read, 0 taken, 0 refused, 10 in already');
  });

  it('tells a command that nobody can follow, a file that is not there, a preset that is not there', async () => {
    for (const [args, told] of [
      [['--fly'], 'Unknown option'],
      [[join(folder, 'none.csv'), '--preset', preset], 'There is no file'],
      [[file, '--preset', 'none'], 'There is no preset "none"'],
    ] as const) {
      const { code, output } = await start(args).ended;
      expect(code).toBe(1);
      expect(output).toContain(told);
    }
  });

  it('compares a folder, ends with 0, and with 1 where a figure differs', async () => {
    const same = await start([dirname(preset), '--preset', preset], 'imports/reconcile-command').ended;
    expect(same).toMatchObject({ code: 0 });
    expect(same.output).toContain('42 figures compared, 0 different');
    writeFileSync(join(folder, 'expected.json'), JSON.stringify({ overall: { offered: rowCount + 1 } }));
    const differing = await start([folder, '--preset', preset], 'imports/reconcile-command').ended;
    expect(differing.code).toBe(1);
    expect(differing.output).toContain(`overall offered: ours ${rowCount}, theirs ${rowCount + 1}`);
  });
});
