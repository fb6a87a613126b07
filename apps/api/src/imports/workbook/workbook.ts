import { posix } from 'node:path';
import { Refusal } from '../refusal.js';
import { Archive } from './archive.js';
import { limits } from './limits.js';
import type { NumberKind } from './number-format.js';
import type { DateSystem } from './serial.js';
import { TextTable } from './text-table.js';
import { readStyles } from './styles.js';
import { attribute, readXml } from './xml.js';

export interface Sheet {
  readonly name: string;
  /** Its part of the archive. */
  readonly part: string;
}

/** An open workbook: its sheets with cells in the order of their tabs, hidden ones too. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  readonly dateSystem: DateSystem;
  readonly styles: readonly NumberKind[];
  readonly texts: TextTable;
  close(): Promise<void>;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Macros, formulas, pictures and links of a workbook are never looked at. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const archive = await Archive.open(path);
  try {
    refuseOtherKinds(archive);
    const main = [...(await relations(archive, '')).values()].find(({ type }) => type === 'officeDocument')?.target;
    if (main === undefined || !archive.has(main)) throw noWorkbook();
    if (main.toLowerCase().endsWith('.bin')) throw binaryWorkbook();
    const related = await relations(archive, main);
    const partOf = (type: string) => [...related.values()].find((relation) => relation.type === type)?.target;
    const { sheets, dateSystem } = await readMain(archive, main, related);
    const texts = new TextTable(archive, partOf('sharedStrings'));
    const styles = await readStyles(archive, partOf('styles'));
    const close = async () => {
      await texts.close();
      archive.close();
    };
    return { archive, sheets, dateSystem, styles, texts, close };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readMain(
  archive: Archive,
  main: string,
  related: ReadonlyMap<string, Relation>,
): Promise<{ sheets: Sheet[]; dateSystem: DateSystem }> {
  const sheets: Sheet[] = [];
  let dateSystem: DateSystem = 1900;
  await readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) dateSystem = 1904;
      if (name !== 'sheet') return;
      const relation = related.get(attribute(attributes, 'id') ?? '');
      // Sheets of charts and macros have no cells.
      if (relation?.type !== 'worksheet') return;
      if (sheets.length >= limits.sheets)
        throw new Refusal(`The workbook has more than ${limits.sheets} sheets.`, { code: 'workbook-too-large' });
      sheets.push({ name: attributes['name'] ?? '', part: relation.target });
    },
  });
  return { sheets, dateSystem };
}

/** What a part refers to, by id; the last word of the type says what it is, in both variants of the format. */
async function relations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const found = new Map<string, Relation>();
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(path)) return found;
  await readXml(archive, path, {
    open(name, attributes) {
      const { Id: id, Type: type = '', Target: target, TargetMode: mode } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
      const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      if (found.size < limits.parts) found.set(id, { type: posix.basename(type), target: whole });
    },
  });
  return found;
}

function refuseOtherKinds(archive: Archive): void {
  if (archive.has('content.xml') && archive.has('META-INF/manifest.xml'))
    throw new Refusal(
      'The file is an OpenDocument file (ODS and the like). Save it as "Excel 2007-365 (.xlsx)" or as CSV.',
      { code: 'open-document' },
    );
  if (archive.has('xl/workbook.bin')) throw binaryWorkbook();
}

const binaryWorkbook = () =>
  new Refusal('The file is a binary Excel workbook (XLSB). Save it as "Excel Workbook (.xlsx)" or as CSV.', {
    code: 'binary-workbook',
  });

const noWorkbook = () =>
  new Refusal('The file is an archive (ZIP), but no XLSX workbook. Unpack it, or save the table as XLSX or CSV.', {
    code: 'not-a-workbook',
  });
