import { type ArchivePart, archiveOf } from './archive-bytes.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WorkbookXml {
  /** The rows of each sheet, `<row>...</row>`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Formats of numbers; the cell style `s="1"` has the first. An id that Excel knows, or a format. */
  readonly formats?: readonly (number | string)[];
  /** `<si>` elements. */
  readonly texts?: readonly string[];
  readonly date1904?: boolean;
  /** Parts added, or put in place of others. */
  readonly parts?: readonly ArchivePart[];
}

/** A workbook written by hand, for what no library writes. */
export function workbookOf(workbook: WorkbookXml): Buffer {
  const { parts = [] } = workbook;
  const replaced = new Set(parts.map(({ name }) => name));
  return archiveOf([...partsOf(workbook).filter(({ name }) => !replaced.has(name)), ...parts]);
}

function partsOf({ sheets, formats = [], texts, date1904 }: WorkbookXml): ArchivePart[] {
  const names = Object.keys(sheets);
  const own = formats.map((format, index) => ({ format, id: typeof format === 'number' ? format : 164 + index }));
  const numFmts = own
    .filter(({ format }) => typeof format === 'string')
    .map(({ format, id }) => `<numFmt numFmtId="${id}" formatCode="${String(format).replaceAll('"', '&quot;')}"/>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `${declaration}<Relationships xmlns="${packages}">${all.join('')}</Relationships>`;
  return [
    { name: '_rels/.rels', content: relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...names.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
        relation('styles', 'styles', 'styles.xml'),
        ...(texts ? [relation('texts', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
      ]),
    },
    {
      name: 'xl/styles.xml',
      content: `${declaration}<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${own
        .map(({ id }) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...(texts
      ? [{ name: 'xl/sharedStrings.xml', content: `${declaration}<sst xmlns="${main}">${texts.join('')}</sst>` }]
      : []),
    ...Object.values(sheets).map((rows, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
}
