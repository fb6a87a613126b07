import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfig } from '../../platform/config/config.js';
import { importCases } from '../../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { compareFile, filesToCompare } from './reconcile-folder.js';

describe('comparing a folder with its figures', () => {
  let testDatabase: TestDatabase;
  const copies: string[] = [];

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
  });
  afterAll(async () => {
    await testDatabase.drop();
    for (const copy of copies) rmSync(copy, { recursive: true });
  });

  const [small] = importCases('compared');
  const folder = dirname(small?.file ?? '');

  async function compare(inFolder: string) {
    const {
      files: [file],
    } = await filesToCompare(inFolder, join(inFolder, 'preset.json'));
    const config = readConfig({ DATABASE_URL: testDatabase.url, DATABASE_POOL: '4' });
    return compareFile(config, inFolder, file!);
  }

  it('says which files it skips, and why', async () => {
    const copy = copyWith(() => undefined);
    writeFileSync(join(copy, 'other.csv'), 'a,b\n1,2\n');
    const { files, skipped } = await filesToCompare(copy, join(copy, 'preset.json'));
    expect(files).toHaveLength(1);
    expect(skipped).toEqual([{ name: 'other.csv', why: 'no preset knows its columns' }]);
  });

  function copyWith(change: (expected: Record<string, Record<string, unknown>>) => void): string {
    const copy = mkdtempSync(join(tmpdir(), 'forecall-compared-'));
    copies.push(copy);
    cpSync(folder, copy, { recursive: true });
    const path = join(copy, 'expected.json');
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;
    change(expected);
    writeFileSync(path, JSON.stringify(expected));
    return copy;
  }

  it('finds every figure that was counted by hand in the answers of the figure route', async () => {
    const { imported, outcome, refusedRows } = await compare(folder);
    expect(imported).toMatchObject({ rowsRead: 8, rowsTaken: 6, rowsRefused: 1, leftOut: { 'test call': 1 } });
    expect(outcome.different).toEqual([]);
    expect(refusedRows.map(({ line }) => line)).toEqual([9]);
    expect(Object.fromEntries([...outcome.compared].map(([name, { figures }]) => [name, figures]))).toEqual({
      overall: 17,
      by_agent: 10,
      by_day_topic: 6,
      by_weekday: 2,
      by_year: 1,
      offered_by_hour: 3,
      rejected_lines: 1,
      'published.json': 2,
    });
  });

  it('tells figures of another definition with both values, and names what it does not compare', async () => {
    const { outcome } = await compare(folder);
    expect([...outcome.byDefinition]).toEqual([
      [
        'talk_p90',
        {
          why: 'ours interpolates',
          line: { section: 'overall', key: '', figure: 'talk_p90', ours: '270', theirs: '300' },
          compared: 1,
          differing: 1,
        },
      ],
    ]);
    expect([...outcome.notCompared].map(([what, { why }]) => [what, why])).toEqual([
      ['mood', 'nobody measures it'],
      ['weather', 'the map has no figure of ours for it'],
      ['calls', 'the source itself calls it wrong'],
      ['luck', 'the map has no figure of ours for it'],
    ]);
  });

  it.each([
    ['overall', 'wait_mean', 25.0000001],
    ['overall', 'stars', { 1: 1, 2: 1, 4: 1, 5: 1, 3: 1 }],
    ['overall', 'abandon_wilson95', [0.0967714111, 0.7]],
    ['offered_by_hour', '09', 3],
    ['offered_by_hour', '11', 1],
  ])('finds a figure that differs: %s %s', async (section, figure, theirs) => {
    const { outcome } = await compare(copyWith((expected) => (expected[section]![figure] = theirs)));
    expect(outcome.different).toHaveLength(1);
    expect(outcome.different[0]?.section).toBe(section);
  });
});
