import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { type WorkbookXml, workbookOf } from '../../testing/workbook-bytes.js';
import { ImportPreset } from '@forecall/contracts';
import { type FileRecord, recordsOf } from '../reading/records.js';

describe('the records of a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forecall-workbook-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const form = ImportPreset.shape.file;
  async function records(bytes: Buffer, file: object = {}): Promise<FileRecord[]> {
    const path = join(folder, 'table.xlsx');
    writeFileSync(path, bytes);
    const found: FileRecord[] = [];
    for await (const record of recordsOf(path, form.parse({ format: 'xlsx', ...file }))) found.push(record);
    return found;
  }
  const lines = (found: readonly FileRecord[]) => found.map(({ line, cells }) => [line, ...cells]);
  const read = async (workbook: WorkbookXml, file?: object) => lines(await records(workbookOf(workbook), file));
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
  const header = row('<c t="inlineStr"><is><t>a</t></is></c>');

  it('are texts, whichever way the workbook writes them', async () => {
    const found = await read({
      sheets: {
        Calls:
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="str"><v>d</v></c></row>' +
          '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line </t></r></is></c>' +
          '<c r="B3" t="b"><v>1</v></c><c r="C3" t="b"><v>0</v></c><c r="XFD3" s="0"/></row>' +
          '<row r="5"><c r="A5" t="inlineStr"><is><t>  </t></is></c></row>' +
          '<row r="9"><c r="B9" t="str"><f>A1&amp;"x"</f><v>of a formula_x000D_&#10;=1+1</v></c></row>',
      },
      texts: ['<si><t>Nr</t></si>', '<si><r><t>rich</t></r><r><t> text</t></r><rPh><t>ドク</t></rPh></si>'],
    });
    expect(found).toEqual([
      [2, 'Nr', 'rich text', '', 'd'],
      [3, 'in line ', 'TRUE', 'FALSE', ''],
      [9, '', 'of a formula\n=1+1', '', ''],
    ]);
  });

  it('are numbers in their shortest form, with the decimal sign that the preset names', async () => {
    const numbers = ['0.1', '0.10000000000000001', '12', '-3.50', '1E+21', '1.0000000000000000E-7', '123456789012345'];
    const rows = numbers.map((number) => row(`<c><v>${number}</v></c>`)).join('');
    const texts = ['0.1', '0.1', '12', '-3.5', '1E+21', '1E-7', '123456789012345'];
    expect((await read({ sheets: { A: header + rows } })).slice(1).map(([, cell]) => cell)).toEqual(texts);
    const german = await read({ sheets: { A: header + rows } }, { decimal: ',' });
    expect(german[1]).toEqual([2, '0,1']);
  });

  it.each<[format: number | string, serial: string, date1904: boolean, text: string]>([
    [14, '46083', false, '2026-03-02'],
    [14, '46083.375', false, '2026-03-02T09:00:00'],
    [22, '46083', false, '2026-03-02T00:00:00'],
    [14, '1', false, '1900-01-01'],
    [14, '59', false, '1900-02-28'],
    [14, '60', false, '1900-02-29'],
    [14, '61', false, '1900-03-01'],
    [14, '0', false, '1900-01-00'],
    [14, '0', true, '1904-01-01'],
    [14, '44621', true, '2026-03-02'],
    [31, '46083', false, '2026-03-02'],
    [20, '0.375', false, '09:00:00'],
    [20, '46083.375', false, '2026-03-02T09:00:00'],
    [46, '1.0423611111111111', false, '25:01:00'],
    [46, '-0.5', false, '-12:00:00'],
    ['[$-804]yyyy"年"m"月"d"日";@', '46083', false, '2026-03-02'],
    ['[Red]dd\\.mm\\.yy hh:mm', '46083.999999', false, '2026-03-03T00:00:00'],
    ['上午/下午h"时"mm"分"', '0.5', false, '12:00:00'],
    ['[h]:mm', '30', false, '720:00:00'],
    ['mm:ss.0', '0.0024305555555555556', false, '00:03:30'],
    ['0.00E+00', '46083', false, '46083'],
    ['#,##0 "days"', '46083', false, '46083'],
    ['General', '46083', false, '46083'],
    ['@', '46083', false, '46083'],
  ])('reads a number of the format %s: %s (1904: %s) is %s', async (format, serial, date1904, text) => {
    const sheets = { A: header + row(`<c s="1"><v>${serial}</v></c>`) };
    expect((await read({ sheets, formats: [format], date1904 }))[1]).toEqual([2, text]);
  });

  it('name cells that hold no value, and why', async () => {
    const found = await records(
      workbookOf({
        formats: [14],
        sheets: {
          A:
            row('<c t="str"><v>a</v></c>', '<c t="str"><v>b</v></c>') +
            row('<c t="e"><v>#N/A</v></c>', '<c><f>1+1</f></c>') +
            row('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c t="str"><f>""</f><v></v></c>') +
            row('<c s="1"><v>-1</v></c>', '<c s="1"><v>2958466</v></c>') +
            row('<c><v>1e400</v></c>', '<c t="s"><v>7</v></c>') +
            row(`<c t="str"><v>${'x'.repeat(32_768)}</v></c>`),
        },
      }),
    );
    expect(found.map(({ unreadable }) => unreadable?.map(({ place, code }) => `${place} ${code}`))).toEqual([
      undefined,
      ['0 error-value', '1 formula-without-value'],
      ['0 error-value'],
      ['0 not-a-moment', '1 not-a-moment'],
      ['0 not-a-number', '1 unreadable-character'],
      ['0 out-of-range'],
    ]);
  });

  it('take an error for blank where the preset says that it stands for nothing', async () => {
    const sheets = { A: header + row('<c t="e"><v>#N/A</v></c>') + row('<c t="e"><v>#REF!</v></c>') };
    const found = await records(workbookOf({ sheets }), { missing: ['#N/A'] });
    expect(found.map(({ cells, unreadable }) => [cells[0], unreadable?.length])).toEqual([
      ['a', undefined],
      ['#N/A', undefined],
      ['#REF!', 1],
    ]);
  });

  it('are of the sheet that is named, or of the first with cells', async () => {
    const sheets = {
      Empty: row('<c s="0"/>'),
      Calls: header + row('<c><v>1</v></c>'),
      Other: header + row('<c><v>2</v></c>'),
    };
    expect((await read({ sheets })).at(-1)).toEqual([2, '1']);
    expect((await read({ sheets }, { sheet: 'Other' })).at(-1)).toEqual([2, '2']);
    await expect(read({ sheets }, { sheet: 'Nowhere' })).rejects.toThrow(
      'The workbook has no sheet "Nowhere". It has: Empty, Calls, Other.',
    );
    await expect(read({ sheets: { Empty: '' } })).rejects.toMatchObject({ code: 'empty-file' });
    await expect(read({ sheets: { Title: header } })).rejects.toMatchObject({ code: 'no-rows' });
  });

  it('are read whatever prefix a producer gives its tags, and in UTF-16', async () => {
    const xml =
      '\uFEFF<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>ä</x:t></x:is></x:c></x:row><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(xml, 'utf16le') }];
    expect(await read({ sheets: { A: '' }, parts })).toEqual([
      [1, 'ä'],
      [2, '5'],
    ]);
  });

  const sheetOf = (content: string | Buffer, claimedBytes?: number) => ({
    sheets: { A: '' },
    parts: [{ name: 'xl/worksheets/sheet1.xml', content, claimedBytes }],
  });
  it.each<[what: string, code: string, workbook: WorkbookXml]>([
    ['a part that grows 1,000 times', 'workbook-too-large', sheetOf(Buffer.alloc(40_000_000, 32))],
    ['a part that is larger than it says', 'workbook-too-large', sheetOf(`<worksheet>${' '.repeat(100_000)}`, 100)],
    ['a part that would be gigantic', 'workbook-too-large', sheetOf('x', 4_294_967_294)],
    ['a document type', 'workbook-xml', sheetOf('<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>')],
    ['an entity', 'workbook-xml', sheetOf('<w>&a;</w>')],
    ['tags without end', 'workbook-xml', sheetOf('<w>'.repeat(1000))],
    ['a text without end', 'workbook-xml', sheetOf(`<w>${Array.from({ length: 400_000 }, (_, i) => i).join(' ')}</w>`)],
    ['half a letter', 'workbook-xml', sheetOf(Buffer.from('<w>\xe4\xb8</w>', 'latin1'))],
    ['XML that stops', 'workbook-xml', sheetOf('<worksheet><sheetData><row>')],
    ['a lone surrogate', 'workbook-xml', sheetOf('<w>&#xD800;</w>')],
    ['rows out of order', 'workbook-rows', { sheets: { A: '<row r="2"/><row r="2"/>' } }],
    ['cells out of order', 'workbook-rows', { sheets: { A: row('<c r="B1"/>', '<c r="A1"/>') } }],
    ['a row below the last', 'workbook-rows', { sheets: { A: '<row r="1048577"/>' } }],
    ['too many columns', 'too-many-columns', { sheets: { A: row('<c r="SG1"><v>1</v></c>') } }],
    [
      'no sheet part',
      'workbook-damaged',
      {
        sheets: { A: '' },
        parts: [
          {
            name: 'xl/_rels/workbook.xml.rels',
            content: '<r><Relationship Id="s1" Type="x/worksheet" Target="none.xml"/></r>',
          },
        ],
      },
    ],
    [
      'an OpenDocument file',
      'open-document',
      {
        sheets: { A: '' },
        parts: [
          { name: 'content.xml', content: '' },
          { name: 'META-INF/manifest.xml', content: '' },
        ],
      },
    ],
    ['a binary workbook', 'binary-workbook', { sheets: { A: '' }, parts: [{ name: 'xl/workbook.bin', content: '' }] }],
    [
      'an archive of something else',
      'not-a-workbook',
      { sheets: { A: '' }, parts: [{ name: '_rels/.rels', content: '<r/>' }] },
    ],
  ])('are refused of a workbook with %s (%s)', async (_what, code, workbook) => {
    await expect(records(workbookOf(workbook))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\.$|\?$/),
    });
  });

  it('are refused of what is no workbook', async () => {
    const whole = workbookOf({ sheets: { A: header } });
    await expect(records(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'workbook-damaged' });
    await expect(records(Buffer.from('a,b\n1,2\n'))).rejects.toMatchObject({ code: 'not-a-workbook' });
    await expect(records(whole, { format: 'csv' })).rejects.toMatchObject({ code: 'not-text' });
    const ole = Buffer.alloc(2048);
    ole.write('d0cf11e0a1b11ae1', 'hex');
    ole.writeUInt16LE(9, 30);
    await expect(records(ole)).rejects.toMatchObject({ code: 'old-workbook' });
    ole.write('EncryptedPackage', 512, 'utf16le');
    await expect(records(ole, { format: 'csv' })).rejects.toMatchObject({ code: 'workbook-with-password' });
  });

  it('come back as they were written', async () => {
    const cells = fc.record({
      // This writer leaves out U+FFFD, and writes what XML cannot hold.
      text: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\uFFFD-\uFFFF]/.test(text)),
      number: fc.double({ noNaN: true, noDefaultInfinity: true }),
      at: fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 20 }), async (rows) => {
        const bytes = await writeExcelFile([
          [{ value: 'text' }, { value: 'number' }, { value: 'at' }],
          ...rows.map(({ text, number, at }) => [
            { value: `.${text}`, type: String },
            { value: number, type: Number },
            { value: new Date(Math.floor(at.getTime() / 1000) * 1000), type: Date, format: 'yyyy-mm-dd hh:mm:ss' },
          ]),
        ]).toBuffer();
        const found = (await records(bytes)).slice(1).map(({ cells }) => cells);
        expect(found).toEqual(
          rows.map(({ text, number, at }) => [
            `.${text}`.replaceAll(/\r\n?/g, '\n'),
            String(number === 0 ? 0 : number).toUpperCase(),
            new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString().slice(0, 19),
          ]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
