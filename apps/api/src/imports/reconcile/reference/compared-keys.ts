import { type Fields, found, isFields, type Reading } from './reading.js';
import { isList, type Quantity, type ReferenceItem } from './reference-item.js';

/** Our figures by the names that files give them; a function where its shape follows theirs. */
export type Ours = Readonly<Record<string, Quantity | ((theirs: Quantity) => Quantity | undefined)>>;

export interface Theirs {
  readonly computed?: Fields | undefined;
  /** By key; anything else is named as not known. */
  readonly published?: unknown;
}

/** Compares all that a file says of an item with ours; what we have no figure for is named. */
export function compareKeys(name: string, ours: Ours, { computed = {}, published }: Theirs): Reading {
  const printedFields = isFields(published) ? published : published === undefined ? {} : { published };
  const [byComputing, byPrint] = [new Map(quantitiesIn(computed)), new Map(quantitiesIn(printedFields))];
  const note = typeof printedFields.note === 'string' ? printedFields.note : undefined;
  const items: ReferenceItem[] = [];
  const notKnown: string[] = [];
  for (const key of new Set([...byComputing.keys(), ...byPrint.keys()])) {
    const printed = byPrint.get(key);
    // A printed limit without further words is the one that limits by point come to.
    const exact = byComputing.get(
      [key, `${key}_asymptotic`, `${key}_steady`].find((one) => byComputing.has(one)) ?? key,
    );
    const theirs = exact === undefined ? printed : exact;
    const figure = theirs === undefined ? undefined : figureOf(ours, key, theirs);
    if (figure === undefined) notKnown.push(`${name} ${key}`);
    else items.push({ name: `${name} ${key}`, ours: figure, computed: exact, published: printed, note });
  }
  return found({ items, notKnown });
}

const remarks = new Set(['note', 'notes', 'source', 'comment', 'verified', 'name', 'title', 'unit', 'rule']);

/** Numbers and lists, by the path of their keys; undefined for what is neither. Remarks are left out. */
function quantitiesIn(fields: Fields, path = ''): [string, Quantity | undefined][] {
  return Object.entries(fields).flatMap(([key, value]): [string, Quantity | undefined][] => {
    if (isFields(value)) return quantitiesIn(value, `${path}${key} `);
    return remarks.has(key) && typeof value === 'string' ? [] : [[path + key, quantityFrom(value)]];
  });
}

/** A number, also as it is written in words: "5/9", "1/3 = 33.3". */
function quantityFrom(value: unknown): Quantity | undefined {
  if (typeof value === 'number' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map(quantityFrom);
    return list.every((one) => one !== undefined) ? list : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const [, above, below] = /^\s*(-?[\d.]+)\s*(?:\/\s*([\d.]+))?\s*$/.exec(value.split('=').at(-1) ?? '') ?? [];
  return above === undefined ? undefined : Number(above) / Number(below ?? 1);
}

const ordinals = ['first', 'second', 'third'];

/** Ways in which a file names a part or another form of a figure, each with the name of the figure. */
const forms: readonly [RegExp, (ours: Quantity, match: readonly string[]) => Quantity | undefined][] = [
  [/^(?<base>.+)_pct$/, (ours) => mapped(ours, (value) => value * 100)],
  [/^(?<base>.+)_\d+dp$/, (ours) => ours],
  [/^(?<base>.+)_n\d+$/, (ours) => ours],
  [/^(?<base>.+)_rounded$/, (ours) => mapped(ours, Math.round)],
  [/^abs_(?<base>.+)$/, (ours) => mapped(ours, Math.abs)],
  [/^(first|second|third)_(?<base>.+)$/, (ours, [, word = '']) => nth(ours, ordinals.indexOf(word))],
  [/^(?<base>.+)_(first|second|third)$/, (ours, [, , word = '']) => nth(ours, ordinals.indexOf(word))],
  [/^(?<base>.+)_last$/, (ours) => (isList(ours) ? nth(ours, ours.length - 1) : undefined)],
  [/^(?<base>.+)_(\d+)$/, (ours, [, , place]) => nth(ours, Number(place) - 1)],
];

function figureOf(ours: Ours, key: string, theirs: Quantity): Quantity | undefined {
  const direct = ours[key];
  if (direct !== undefined) return typeof direct === 'function' ? direct(theirs) : fitted(direct, theirs);
  for (const [form, take] of forms) {
    const match = form.exec(key);
    const base = match?.groups?.base;
    const whole = base === undefined ? undefined : ours[base];
    if (!match || whole === undefined) continue;
    const quantity = typeof whole === 'function' ? whole([]) : whole;
    return quantity === undefined ? undefined : fitted(take(quantity, match) ?? null, theirs);
  }
  return undefined;
}

/** A list whose values are all the same is one number where theirs is one. */
function fitted(ours: Quantity, theirs: Quantity): Quantity {
  if (isList(theirs) || !isList(ours)) return ours;
  const [first = null] = ours;
  const isOne = ours.every((one) => typeof one === 'number' && typeof first === 'number' && isClose(one, first));
  return isOne ? first : ours;
}

const isClose = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));

const mapped = (quantity: Quantity, by: (value: number) => number): Quantity =>
  typeof quantity === 'number' ? by(quantity) : quantity && quantity.map((one) => mapped(one, by));

const nth = (quantity: Quantity, place: number): Quantity | undefined =>
  isList(quantity) ? (quantity[place] ?? undefined) : undefined;
