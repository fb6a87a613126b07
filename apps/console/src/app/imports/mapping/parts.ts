import { isPartOn, parts, type Part } from './targets.js';
import { at, isRecord, listOf, put, textOf, type Definition } from './definition.js';

const begun: Readonly<Record<Part, unknown>> = {
  contact: { channel: 'phone', direction: 'in', purpose: 'service', outcome: 'handled' },
  complaint: {},
  account: {},
  person: {},
  staff: {},
  reason: {},
  accountAnswers: [],
  revenue: {},
};

/** What was said of a part before it was switched off: it comes back with the part. */
export type Parked = Readonly<Partial<Record<Part, unknown>>>;

export function withPart(definition: Definition, part: Part, parked: Parked): Definition {
  return put(definition, [part], parked[part] ?? begun[part]);
}

/** Without a part, and what of it is to come back. Answers go with the contact that they are about. */
export function withoutPart(definition: Definition, part: Part): { definition: Definition; parked: unknown } {
  return { definition: put(definition, [part], undefined), parked: definition[part] };
}

export const partsOn = (definition: Definition): Part[] => parts.filter((part) => isPartOn(definition, part));

/** Rows that are complaints, as far as one column tells by its words; undefined: told in another way. */
export interface WhenColumn {
  readonly column: string;
  readonly words: readonly string[];
}

export function whenOf(condition: unknown): WhenColumn | null | undefined {
  if (condition === undefined) return null;
  if (!isRecord(condition)) return undefined;
  const [first, ...others] = Object.entries(condition);
  if (!first || others.length > 0) return undefined;
  const [column, test] = first;
  if (typeof test === 'string') return { column, words: [test] };
  const words = listOf(test).map(textOf);
  return words.length > 0 ? { column, words } : undefined;
}

export function conditionOf({ column, words }: WhenColumn): unknown {
  return column === '' ? undefined : { [column]: words.length === 1 ? words[0] : [...words] };
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;

/** There is more in it than the form shows: rows left out, steps of complaints, attributes of customers, other answers. */
export function hasUnshown(definition: Definition): boolean {
  const answers = [...listOf(definition['answers']), ...listOf(definition['accountAnswers'])];
  const kinds = answers.map((answer) => textOf(at(answer, ['kind'])));
  return (
    [['leaveOut'], ['complaint', 'steps'], ['account', 'attributes']].some((path) => isFilled(at(definition, path))) ||
    kinds.includes('item')
  );
}

/** An attribute that is the time between two moments. */
export interface Between {
  readonly name: string;
  readonly source: unknown;
}

export function betweensOf(definition: Definition): Between[] {
  const fields = at(definition, ['attributes', 'fields']);
  return Object.entries(isRecord(fields) ? fields : {})
    .filter(([, source]) => isRecord(source) && 'from' in source)
    .map(([name, source]) => ({ name, source }));
}
