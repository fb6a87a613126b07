import type { AttributeSource, ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import type { CellReader, Cells } from './cells.js';
import { yesNoReader } from './choice.js';
import type { AttributeValue } from './draft.js';
import { refuseCell } from './fault.js';
import { placeOf, refusedColumn } from './header.js';
import type { MomentReader } from './moment.js';
import { formsWorded, isPossible, momentForms } from './moment-form.js';
import { keepable } from './text.js';

type ReadAttribute = (cells: Cells) => AttributeValue | null;

/** What a row has that no field of a contact takes, by name. Made last: every column not used by then is one. */
export function attributesReader(
  { others, leave, fields }: ImportPreset['attributes'],
  by: By,
): (cells: Cells) => Record<string, AttributeValue> {
  const { cells } = by;
  const readers = fieldReaders(fields, by, 'attributes.fields');
  for (const column of leave)
    cells.used.add(cells.header.names[placeOf(cells.header, column, 'attributes.leave')] ?? '');
  return together([...readers, ...(others === 'keep' ? otherColumns(cells, Object.keys(fields)) : [])]);
}

/** The attributes that a preset names, and no others. */
export const namedAttributesReader = (
  fields: ImportPreset['attributes']['fields'],
  by: By,
  usedBy: string,
): ((cells: Cells) => Record<string, AttributeValue>) => together(fieldReaders(fields, by, usedBy));

interface By {
  readonly cells: CellReader;
  readonly moments: MomentReader;
}
type Named = readonly [name: string, read: ReadAttribute];

const fieldReaders = (fields: ImportPreset['attributes']['fields'], by: By, usedBy: string): Named[] =>
  Object.entries(fields).map(([name, source]) => [name, attributeReader(source, by, `${usedBy}.${name}`)]);

function together(readers: readonly Named[]): (cells: Cells) => Record<string, AttributeValue> {
  return (row) => {
    const found: Record<string, AttributeValue> = {};
    for (const [name, read] of readers) {
      const value = read(row);
      if (value !== null) found[name] = value;
    }
    return found;
  };
}

function otherColumns(cells: CellReader, taken: readonly string[]): Named[] {
  const names = new Map<string, string>(taken.map((name) => [name, name]));
  return cells.header.names.flatMap((column, index) => {
    if (cells.used.has(column) || column === refusedColumn) return [];
    const name = attributeName(column, index);
    const other = names.get(name);
    if (other !== undefined) {
      throw new Refusal(
        `The columns "${other}" and "${column}" would both become the attribute "${name}": give one a name in attributes.fields, or leave it out in attributes.leave.`,
        { code: 'one-attribute-twice', first: other, second: column, attribute: name },
      );
    }
    names.set(name, column);
    const read = cells.place(index);
    return [[name, (row: Cells) => keepable(read(row), column) || null] as const];
  });
}

/** Signs that no attribute's name may have become spaces. */
function attributeName(column: string, index: number): string {
  const name = column
    .replaceAll(/[^\p{L}\p{N} _.()/-]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replaceAll(/ +/g, ' ')
    .slice(0, 80)
    .trim();
  return name === '' ? `column ${index + 1}` : name;
}

function attributeReader(source: AttributeSource, by: By, usedBy: string): ReadAttribute {
  const { cells } = by;
  if ('from' in source) return betweenReader(source, by.moments, usedBy);
  if ('when' in source) return cells.condition(source.when, usedBy);
  if (source.as === 'yes-no') return yesNoReader(source, cells, usedBy);
  const { column } = source;
  const read = cells.field(column, usedBy);
  if (source.as === 'text') return (row) => keepable(read(row), column) || null;
  if (source.as === 'number') {
    return (row) => {
      const text = read(row);
      return text === '' ? null : cells.number(text, column);
    };
  }
  const { format } = source;
  const form = momentForms(format);
  return (row) => {
    const text = read(row);
    if (text === '') return null;
    const parts = form(text);
    const { year, month, day } = parts ?? {};
    const isDate = parts && isPossible(parts) && year !== undefined && month !== undefined && day !== undefined;
    if (!isDate)
      return refuseCell(column, 'not-a-moment', text, `is no date in the form ${formsWorded(format)}`, {
        ...{ rule: 'form', values: { form: formsWorded(format) } },
      });
    return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  };
}

const milliseconds = { seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;

function betweenReader(
  source: Extract<AttributeSource, { from: unknown }>,
  moments: MomentReader,
  usedBy: string,
): ReadAttribute {
  const from = moments.moment(source.from, `${usedBy}.from`);
  const to = moments.moment(source.to, `${usedBy}.to`);
  if (source.in === 'days') return daysReader(source, moments, usedBy);
  const unit = milliseconds[source.in];
  return (row) => {
    const begin = from(row);
    const end = to(row, begin ?? undefined);
    if (begin === null || end === null) return null;
    return (end - begin) / unit;
  };
}

/** From calendar day to calendar day, each as its cell has it. */
function daysReader(
  source: Extract<AttributeSource, { from: unknown }>,
  moments: MomentReader,
  usedBy: string,
): ReadAttribute {
  const start = moments.moment(source.from, `${usedBy}.from`);
  const from = moments.day(source.from, `${usedBy}.from`);
  const to = moments.day(source.to, `${usedBy}.to`);
  return (row) => {
    const [begin, end] = [from(row), to(row, start(row) ?? undefined)];
    return begin === null || end === null ? null : (Date.parse(end) - Date.parse(begin)) / 86_400_000;
  };
}

const digits = (value: number, count: number) => String(value).padStart(count, '0');
