import { readFileSync } from 'node:fs';
import { ImportDetection, type ImportColumn } from '@forecall/contracts';
import { importCases } from '../../testing/import-folders.js';
import { readPreset } from '../preset/preset-file.js';
import { detectFile } from './detect-file.js';
import { detectText } from './detect.js';
import { detectEncoding } from './encoding.js';
import { detectMoments } from './moments.js';
import { detectNumberSigns } from './numbers.js';

const detected = (text: string) => detectText(Buffer.from(text), true);
const column = (cells: readonly string[]): ImportColumn | undefined =>
  detected(['Name,Other', ...cells.map((cell) => `"${cell}",x`)].join('\n').replaceAll('""', '" "')).columns[0];

describe('the encoding of a file', () => {
  const german = 'Größe;Straße;Müller\nÄrger über Öl;ja;nein\n';
  const chinese = readFileSync(importCases('ok').find(({ name }) => name === 'chinese')?.file ?? '');

  it.each<[what: string, bytes: Buffer, name: string, sureness: string]>([
    ['plain letters', Buffer.from('a,b\n1,2\n'), 'utf-8', 'sure'],
    ['UTF-8', Buffer.from(german), 'utf-8', 'sure'],
    ['UTF-8 cut within a letter', Buffer.from('aä').subarray(0, 2), 'utf-8', 'sure'],
    ['a mark of UTF-16', Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-16le', 'sure'],
    ['UTF-16 without a mark', Buffer.from(german, 'utf16le'), 'utf-16le', 'likely'],
    ['UTF-16, the other way round', Buffer.from(german, 'utf16le').swap16(), 'utf-16be', 'likely'],
    ['Western letters', Buffer.from(german, 'latin1'), 'windows-1252', 'likely'],
    ['Chinese letters', chinese, 'gb18030', 'likely'],
    ['letters of neither', Buffer.from('\xff\xff\xff,\xff\n', 'latin1'), 'windows-1252', 'guess'],
  ])('is told from %s', (_what, bytes, name, sureness) => {
    expect(detectEncoding(bytes)).toMatchObject({ name, sureness });
  });
});

describe('what somebody says of a file', () => {
  it('is taken as said', () => {
    const bytes = Buffer.from('Größe;1\nÄrger;2\n', 'latin1');
    const given = detectText(bytes, true, { encoding: 'gb18030', delimiter: '|', header: 'no', skipLines: 1 });
    expect(given).toMatchObject({
      ...{ encoding: { name: 'gb18030', sureness: 'sure' }, delimiter: '|', hasHeader: false, skipLines: 1, rows: 1 },
    });
    expect(given.columns.map(({ name }) => name)).toEqual(['Column 1']);
    const header = detectText(bytes, true, { encoding: 'windows-1252', header: 'yes' });
    expect(header.columns.map(({ name }) => name)).toEqual(['Größe', '1']);
  });
});

describe('the signs of a file', () => {
  it.each<[text: string, expected: Partial<ImportDetection>]>([
    ['a,b,c\n1,2,3\n', { delimiter: ',', quote: '"', hasHeader: true, skipLines: 0, rows: 1 }],
    ['a;b\n1,5;2,5\n3,5;"x;y"\n', { delimiter: ';', decimal: ',' }],
    [`a,b\n${'1,"x, y"\n'.repeat(99)}2,5" pipe\n`, { delimiter: ',', quote: '"', rows: 100 }],
    ['a\tb\n1\t5" pipe\n2\t"3\n', { delimiter: '\t', quote: null }],
    ["a|b\n'1|2'|3\n'4'|5\n'6'|7\n", { delimiter: '|', quote: "'" }],
    [
      'Calls of March\n\n"Team; 1"\nNr;Name;Wait\n1;Anna;5\n2;Bert;6\n3;Cleo;7\n',
      { skipLines: 3, delimiter: ';', hasHeader: true },
    ],
    ['1,2026-03-02,Anna\n2,2026-03-03,Bert\n', { hasHeader: false, rows: 2, skipLines: 0 }],
    ['State,Who\nopen,Anna\nopen,Bert\n', { hasHeader: true, rows: 2 }],
    ['open,Anna\nopen,Bert\n', { hasHeader: false }],
    ['a,b\r1,"x\ry"\r2,z\r', { delimiter: ',', rows: 2 }],
    ['Name\nAnna\n', { delimiter: ',', hasHeader: true, rows: 1 }],
    ['a,b\n1,n/a\n2,NULL\n3,无\n4,--\n', { missing: ['--', 'NULL', 'n/a', '无'] }],
  ])('are told from %j', (text, expected) => {
    const found = detected(text);
    expect(found).toMatchObject(expected);
    expect(ImportDetection.parse(found)).toEqual(found);
  });

  it('are told from the beginning, the last line of which may be cut off', () => {
    const found = detectText(Buffer.from('a,b\n1,"x\ny"\n2,"cut'), false);
    expect([found.rows, found.isWhole]).toEqual([1, false]);
  });

  it.each([
    [['1,250.50'], '.', ','],
    [['1.250,50'], ',', '.'],
    [['0,5', '12'], ',', null],
    [['0.5', '1,250'], '.', ','],
    [['1.250'], '.', null],
    [['1,250'], '.', ','],
    [['1.250.000'], ',', '.'],
    [["1'250.5"], '.', "'"],
    [['1 250,5'], ',', ' '],
    [['12', '02.03.2026', 'v1.2'], '.', null],
  ])('of numbers are told from %j', (texts, decimal, thousands) => {
    expect(detectNumberSigns(texts)).toEqual({ decimal, thousands });
  });
});

describe('the moments of a column', () => {
  it.each<[texts: string[], formats: string[]]>([
    [['2026-03-02 09:05:07'], ['YYYY-MM-DD HH:mm:ss']],
    [['2026-03-02T09:05:07.123Z'], ['YYYY-MM-DDTHH:mm:ss.SSSZ']],
    [['02.03.2026', '31.12.2026'], ['DD.MM.YYYY']],
    [['2.3.2026', '31.12.2026'], ['D.M.YYYY']],
    [['3/2/2026 9:05 AM', '3/31/2026 12:30 PM'], ['M/D/YYYY h:mm A']],
    [['2026/3/2 下午 3:05'], ['YYYY/M/D A h:mm']],
    [['2026年3月2日 9时5分'], ['YYYY年M月D日 H时m分']],
    [['March 2, 2026'], ['MMMM D, YYYY']],
    [['1772404200', '1772404201'], ['epoch-seconds']],
    [['20260302'], ['YYYYMMDD']],
    [['990101', '260302'], ['YYMMDD']],
    [['990101', '269902'], []],
    [['2026-02-30'], []],
    [['2026-03-02', 'soon'], []],
    [['12'], []],
    [['0000-00-00', '0000-00-00 00:00:00', '2026-03-02'], []],
    [['2026-03-02, 09:05'], ['YYYY-MM-DD, HH:mm']],
    [['2026-03-02 09:05:07 +08:00'], ['YYYY-MM-DD HH:mm:ss Z']],
    [['下午 3:05'], ['A h:mm']],
  ])('%j are read by %j', (texts, formats) => {
    expect(detectMoments(texts)).toEqual({ formats, isAmbiguous: false });
  });

  it('are said to be ambiguous where day and month cannot be told apart', () => {
    const both = ['DD/MM/YYYY', 'MM/DD/YYYY'];
    expect(detectMoments(['02/03/2026', '04/05/2026'])).toEqual({ formats: both, isAmbiguous: true });
    expect(detectMoments(['02/03/2026', '14/05/2026'])).toEqual({ formats: ['DD/MM/YYYY'], isAmbiguous: false });
    expect(detectMoments(['02/02/2026']).isAmbiguous).toBe(false);
  });
});

describe('a column', () => {
  it.each<[cells: string[], expected: Partial<ImportColumn>]>([
    [['', ' '], { kind: 'blank', blankShare: 1 }],
    [['00:03:20', '01:10:00', ''], { kind: 'duration', durationForms: ['h:m:s'] }],
    [['09:03:20', '17:10:00'], { kind: 'moment', momentFormats: ['HH:mm:ss'], durationForms: ['h:m:s'] }],
    [['3:20', '75:00'], { kind: 'duration', durationForms: ['m:s', 'h:m'] }],
    [['2 min 3 s', '1 h'], { kind: 'duration', durationForms: ['worded'] }],
    [['12', '0', '', '12'], { kind: 'number', durationForms: ['seconds'], hasZerosAndBlanks: true, blankShare: 0.25 }],
    [['Ja', 'nein', 'ja', ''], { kind: 'yes-no', yesWords: ['Ja', 'ja'], noWords: ['nein'] }],
    [['是', '否'], { kind: 'yes-no', yesWords: ['是'], noWords: ['否'] }],
    [['Oui', 'Non'], { kind: 'yes-no' }],
    [['1', '0', '1'], { kind: 'yes-no', yesWords: ['1'] }],
    [
      ['red', 'blue', 'red'],
      {
        kind: 'words',
        words: [
          { word: 'red', count: 2 },
          { word: 'blue', count: 1 },
        ],
      },
    ],
    [['C-1', 'C-2', 'C-5', 'C-4', 'C-3'], { kind: 'id', isUnique: true }],
    [['101', '102', '103', '104', '110'], { kind: 'id', isUnique: true }],
    [['5', '17', '3', '88', '41'], { kind: 'number', isUnique: true }],
    [['007', '012', '007'], { kind: 'words', durationForms: [] }],
    [['it broke', 'no answer yet', 'late', 'said hello', 'two parts', 'bad tone'], { kind: 'text', words: [] }],
    [['0000-00-00', '2026-03-02'], { kind: 'moment', blankShare: 0.5 }],
    [['31.2.2026', '1.2.2026', '2.2.2026', '14.2.2026'], { kind: 'moment', momentFormats: ['D.M.YYYY'] }],
    [['31.2.2026', '1.2.2026', 'soon', '14.2.2026'], { kind: 'words', momentFormats: [] }],
    [['n/a', '12', '13'], { kind: 'number', samples: ['12', '13'] }],
    [['-5', '3'], { kind: 'number', durationForms: [] }],
  ])('of %j', (cells, expected) => {
    expect(column(cells)).toMatchObject(expected);
  });
});

describe('the ids of a table', () => {
  it('are told by the name of their column where their order does not say it', () => {
    const rows = [7, 3, 9, 1, 5].map((id) => `${id},${id * 2}`);
    expect(detected(['Call Id,Wait', ...rows].join('\n')).columns.map(({ kind }) => kind)).toEqual(['id', 'number']);
  });
});

describe('the files that are imported in other tests', () => {
  // A preset may be for the same table as another kind of file.
  const own = importCases('ok').filter(({ name }) => !name.includes('-by-a-preset-for-'));
  it.each(own)('$name is told as its preset says', async ({ file, preset: path }) => {
    const found = await detectFile(file);
    const { file: form } = readPreset(path).preset;
    const { format, skipLines } = form;
    expect(found).toMatchObject({ format, skipLines, hasHeader: form.columns === undefined });
    if (format === 'csv')
      expect(found).toMatchObject({ delimiter: form.delimiter, quote: form.quote, encoding: { name: form.encoding } });
    expect(ImportDetection.parse(found)).toEqual(found);
  });

  it.each([
    ['empty', 'empty-file'],
    ['two-thousand-columns', 'too-many-columns'],
    ['old-workbook', 'old-workbook'],
    ['workbook-with-password', 'workbook-with-password'],
    ['open-document', 'open-document'],
    ['empty-workbook', 'empty-file'],
    ['truncated-workbook', 'workbook-damaged'],
  ])('%s is refused', async (name, code) => {
    const file = importCases('not-ok').find((one) => one.name === name)?.file ?? '';
    await expect(detectFile(file)).rejects.toMatchObject({ code });
  });

  it('by what is in them, whatever their names say', async () => {
    const named = (name: string) => importCases('not-ok').find((one) => one.name === name)?.file ?? '';
    expect((await detectFile(named('workbook-named-csv'))).format).toBe('xlsx');
    expect((await detectFile(named('table-named-xlsx'))).format).toBe('csv');
  });
});
