import type { AttributeSource, Preset } from '../preset/preset.js';
import { Refusal } from '../refusal.js';
import type { CellReader, Cells } from './cells.js';
import { yesNoReader } from './choice.js';
import type { AttributeValue } from './draft.js';
import { refuseCell } from './fault.js';
import { placeOf } from './header.js';
import { formsWorded, isPossible, momentForms } from './moment-form.js';
import { keepable } from './text.js';

type ReadAttribute = (cells: Cells) => AttributeValue | null;

/** What a row has that no field of a contact takes, by name. Made last: every column not used by then is one. */
export function attributesReader(
  { others, leave, fields }: Preset['attributes'],
  cells: CellReader,
): (cells: Cells) => Record<string, AttributeValue> {
  const readers = Object.entries(fields).map(
    ([name, source]) => [name, attributeReader(source, cells, `attributes.fields.${name}`)] as const,
  );
  for (const column of leave)
    cells.used.add(cells.header.names[placeOf(cells.header, column, 'attributes.leave')] ?? '');
  const all = [...readers, ...(others === 'keep' ? otherColumns(cells, Object.keys(fields)) : [])];
  return (row) => {
    const found: Record<string, AttributeValue> = {};
    for (const [name, read] of all) {
      const value = read(row);
      if (value !== null) found[name] = value;
    }
    return found;
  };
}

function otherColumns(cells: CellReader, taken: readonly string[]): (readonly [string, ReadAttribute])[] {
  const names = new Map<string, string>(taken.map((name) => [name, name]));
  return cells.header.names.flatMap((column, index) => {
    if (cells.used.has(column)) return [];
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

function attributeReader(source: AttributeSource, cells: CellReader, usedBy: string): ReadAttribute {
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
    if (!isDate) return refuseCell(column, 'not-a-moment', text, `is no date in the form ${formsWorded(format)}`);
    return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  };
}

const digits = (value: number, count: number) => String(value).padStart(count, '0');
