import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportPreset } from '@forecall/contracts';
import { readHeader } from './header.js';
import { type FileRecord, recordsOf } from './records.js';

describe('the records of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forecall-records-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const form = ImportPreset.shape.file;
  async function records(text: string | Buffer, file: Parameters<typeof form.parse>[0] = {}): Promise<FileRecord[]> {
    const path = join(folder, 'table.csv');
    writeFileSync(path, text);
    const found: FileRecord[] = [];
    for await (const record of recordsOf(path, form.parse(file))) found.push(record);
    return found;
  }
  const lines = (found: readonly FileRecord[]) => found.map(({ line, cells }) => [line, ...cells]);

  it.each(['\n', '\r\n', '\r'])('know where they begin, whatever the line ends (%j)', async (end) => {
    const text = ['a,b', '1,"x', 'y"', '', '2,z', ',', '3,""', ''].join(end);
    expect(lines(await records(text))).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ny'],
      [5, '2', 'z'],
      [7, '3', ''],
    ]);
  });

  it('keep a line end that two pieces of the file part', async () => {
    const long = 'x'.repeat(262_143 - 4);
    const found = await records(`a,b\n${long}\r\n2,z\r\n`);
    expect(found.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
    ]);
  });

  it('tell quotation marks where none may stand, and go on behind them', async () => {
    const found = await records('a,b\n1,u"u\n2,"a"b\n3, "ok"\n4,"doubled ""quotes"""\n5,fine\n');
    expect(found.map(({ line, isMisquoted }) => [line, isMisquoted])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
      [5, false],
      [6, false],
    ]);
    expect(found[4]?.cells[1]).toBe('doubled "quotes"');
  });

  it('take quotation marks for text where the file does not quote', async () => {
    const [, row] = await records('a\tb\n"x\t5" pipe\n', { delimiter: '\t', quote: null });
    expect(row).toEqual({ line: 2, cells: ['"x', '5" pipe'], isMisquoted: false });
  });

  it('begin behind the lines above the header', async () => {
    expect(lines(await records('Export of\ncalls\na;b\n1;2\n', { delimiter: ';', skipLines: 2 }))).toEqual([
      [3, 'a', 'b'],
      [4, '1', '2'],
    ]);
  });

  it.each([
    ['utf-8', Buffer.from('\uFEFFä,b\n1,2\n', 'utf8')],
    ['utf-16le', Buffer.from('\uFEFFä,b\n1,2\n', 'utf16le')],
    ['windows-1252', Buffer.from([0xe4, 0x2c, 0x62, 0x0a, 0x31])],
    ['gb18030', Buffer.from([0x81, 0x30, 0x8a, 0x33, 0x2c, 0x62, 0x0a, 0x31])],
  ])('are read as %s, without a byte order mark', async (encoding, bytes) => {
    const [header] = await records(bytes, { encoding });
    expect(header?.cells).toEqual([encoding === 'gb18030' ? expect.any(String) : 'ä', 'b']);
  });

  it.each(['1,', '1,"'])('stop at a line without end, however much of it there is (%s)', async (begun) => {
    const path = join(folder, 'endless.csv');
    writeFileSync(path, `a,b\n${begun}`);
    // A file of which nothing but the beginning is on the disk. Read to its end it would not fit into memory.
    truncateSync(path, 20 * 1024 ** 3);
    const refusal = { code: 'line-too-long', values: { line: 2, limit: 2_000_000 } };
    const read = async () => {
      for await (const _record of recordsOf(path, form.parse({})));
    };
    await expect(read()).rejects.toMatchObject(refusal);
    expect((await readHeader(path, form.parse({}))).names).toEqual(['a', 'b']);
  });

  it('stop at a quotation that goes on over lines without end', async () => {
    const path = join(folder, 'quoted.csv');
    writeFileSync(path, `a,b\n1,x\n2,"${'x,\n'.repeat(1_000_000)}`);
    const read = async () => {
      for await (const _record of recordsOf(path, form.parse({})));
    };
    await expect(read()).rejects.toMatchObject({ code: 'open-quotation', values: { line: 2 } });
  });

  it('name the line in which another encoding begins, wherever the pieces part', async () => {
    for (const length of [262_130, 262_140, 262_141, 262_142, 262_143]) {
      const text = Buffer.concat([
        Buffer.from(`a,b\n1,${'x'.repeat(length - 8)}äöü\n2,`),
        Buffer.from('ä\n', 'latin1'),
        Buffer.from('3,ä\n'),
      ]);
      await expect(records(text)).rejects.toMatchObject({ code: 'wrong-encoding', values: { line: 3 } });
    }
  });
});
