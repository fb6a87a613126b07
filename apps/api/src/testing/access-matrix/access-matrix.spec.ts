import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTable, entrancesOf, exampleFaults } from './table.js';
import { createWorld, type World } from './world.js';

const committed = join(import.meta.dirname, 'access-matrix.txt');

/** `npm run access-matrix -- --write` writes the table anew; what changed in it is for a reviewer to see. */
describe('who may what', () => {
  let world: World;
  beforeAll(async () => (world = await createWorld()));
  afterAll(() => world.test.close());

  it('is asked of every route and every live event there is', () => {
    expect(exampleFaults(entrancesOf(world))).toEqual([]);
  });

  it('is as the committed table says, and every request of it is a good one for somebody', async () => {
    const table = await accessTable(world);
    if (process.env.WRITE_ACCESS_MATRIX === 'yes') writeFileSync(committed, `${table.join('\n')}\n`);
    expect(table).toEqual(readFileSync(committed, 'utf8').trimEnd().split('\n'));
    const ways = new Set(table.slice(1).map(nameOf));
    const good = new Set(table.filter((line) => line.includes('2xx')).map(nameOf));
    expect([...ways].filter((name) => !good.has(name))).toEqual(refusedToAll);
  }, 600_000);
});

/** The company there is no demo: where one is left, everything else would be gone; and there is no mail server. */
const refusedToAll = ['POST /api/promises/:id/tell', 'POST /api/set-up/own-company'];

const nameOf = (line: string) => line.slice(0, 52).trimEnd();
