import { importCases } from '../../testing/import-folders.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReconcileMap } from '../reconcile/map.js';
import { besidePreset, readJson, readPreset, shippedPresets } from './preset-file.js';
import { recognise } from './recognise.js';

describe('presets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forecall-presets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const sound = {
    name: 'own',
    title: 'My own',
    source: 'own',
    zone: 'Europe/Berlin',
    recognises: { columns: ['Nr'] },
    unit: { department: 'Service', team: 'Service 1' },
    contact: {
      startedAt: { column: 'At', format: 'YYYY-MM-DD HH:mm' },
      channel: 'phone',
      outcome: { column: 'State', words: { done: 'handled' } },
      wait: { column: 'Wait', as: 'seconds' },
    },
  };
  function read(preset: object, name = 'own.json') {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(preset));
    return readPreset(path);
  }

  it('that come with the program are sound, bear the name of their file, and have their maps', () => {
    const shipped = shippedPresets();
    expect(shipped.length).toBeGreaterThan(3);
    for (const file of shipped) {
      expect(file.path.endsWith(`/${file.preset.name}.json`)).toBe(true);
      if (file.preset.reconcile)
        expect(readJson(besidePreset(file, file.preset.reconcile), ReconcileMap).figures).toBeDefined();
    }
  });

  it.each<[string, object, string]>([
    ['a key that nobody knows', { ...sound, colour: 'red' }, 'the whole: knows no "colour"'],
    ['a zone that is none', { ...sound, zone: 'Berlin' }, 'zone: is no time zone'],
    [
      'an outcome that is none',
      { ...sound, contact: { ...sound.contact, outcome: { column: 'State', words: { done: 'won' } } } },
      'contact.outcome.words.done: ',
    ],
    [
      'a form of duration that is none',
      { ...sound, contact: { ...sound.contact, wait: { column: 'Wait', as: 'weeks' } } },
      'contact.wait.as: ',
    ],
    [
      'a moment with a word too many',
      { ...sound, contact: { ...sound.contact, startedAt: { column: 'At', format: 'YYYY', zone: 'UTC' } } },
      'contact.startedAt: knows no "zone"',
    ],
    [
      'no start and no end',
      { ...sound, contact: { ...sound.contact, startedAt: undefined } },
      'contact.startedAt: needs',
    ],
    [
      'a name of an attribute that figures could not ask for',
      { ...sound, attributes: { fields: { 'a:b': { column: 'x' } } } },
      'attributes.fields.a:b: ',
    ],
    [
      'a rule of blanks that rules out everything',
      { ...sound, missing: [{ columns: ['Wait'] }] },
      'missing.0: needs values, when or both',
    ],
  ])('with %s are refused, and the place is named', (_, preset, told) => {
    expect(() => read(preset)).toThrow(told);
  });

  it('know a file by its header, the one that asks for most columns first', async () => {
    const table = join(folder, 'table.csv');
    writeFileSync(table, 'Nr,At,State\n');
    const [few, more, other] = [
      read(sound, 'few.json'),
      read({ ...sound, name: 'more', recognises: { columns: ['Nr', 'At'] } }, 'more.json'),
      read({ ...sound, name: 'other', recognises: { columns: ['Nr', 'Fax'] } }, 'other.json'),
    ];
    expect(await recognise(table, [few, more, other])).toBe(more);
    expect(await recognise(table, [other])).toBeUndefined();
    const same = read({ ...sound, name: 'same', recognises: { columns: ['At', 'State'] } }, 'same.json');
    await expect(recognise(table, [more, same])).rejects.toThrow('both know');
  });

  it.each(importCases('ok').filter(({ name }) => name.includes('-by-a-preset-for-')))(
    'know a file by its header whatever its kind: $name',
    async ({ file, preset }) => {
      const known = readPreset(preset);
      expect(await recognise(file, [known])).toBe(known);
    },
  );

  it('of which there is none are told with those that there are', () => {
    expect(() => readPreset('nothing')).toThrow(/There is no preset "nothing". There are: .+, .+/);
  });
});
