import { isPartOn, parts, type Group, type Part } from './targets.js';
import { at, isRecord, listOf, put, textOf, type Definition } from './definition.js';
import { attributesIn } from './attributes-of.js';

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

/** What only some rows may be, by a condition. */
export const conditionalParts: readonly Part[] = parts.filter((part) => part !== 'accountAnswers');

/** What keeps the columns that nothing else uses; null: nothing does. */
export function keeperOf(definition: Definition): 'contact' | 'account' | null {
  return isPartOn(definition, 'contact') ? 'contact' : isPartOn(definition, 'account') ? 'account' : null;
}

/** What belongs to a department and a team. Accounts, people there and revenue do not. */
export const partsOfUnits: readonly Group[] = ['contact', 'staff', 'reason', 'accountAnswers'];

/** With a place for department and team where something needs them; without, where nothing does and nothing was said. */
export function withUnitAsNeeded(definition: Definition, on: ReadonlySet<Part>): Definition {
  const unit = definition['unit'];
  if (partsOfUnits.some((part) => on.has(part as Part)))
    return isRecord(unit) ? definition : put(definition, ['unit'], { department: '', team: '' });
  return isRecord(unit) && Object.values(unit).every((said) => said === '')
    ? put(definition, ['unit'], undefined)
    : definition;
}

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

/** There is more in it than the form shows: rows left out, steps of complaints, other answers and the like. */
export function hasUnshown(definition: Definition): boolean {
  const answers = [...listOf(definition['answers']), ...listOf(definition['accountAnswers'])];
  const kinds = answers.map((answer) => textOf(at(answer, ['kind'])));
  return (
    [['leaveOut'], ['complaint', 'steps']].some((path) => isFilled(at(definition, path))) ||
    attributesIn(definition, 'account').some(([, source]) => textOf(at(source, ['column'])) === '') ||
    kinds.includes('item')
  );
}

/** An attribute that is the time between two moments. */
export interface Between {
  readonly name: string;
  readonly source: unknown;
}

export function betweensOf(definition: Definition): Between[] {
  return attributesIn(definition, 'rest')
    .filter(([, source]) => isRecord(source) && 'from' in source)
    .map(([name, source]) => ({ name, source }));
}
