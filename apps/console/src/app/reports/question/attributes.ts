import type { AttributeInUse, AttributesInUse } from '@forecall/contracts';
import { definitionOf, type MetricDefinition, type MetricId } from '@forecall/domain';
import type { Asked } from './asked.js';

export const isOfAttribute = (metric: MetricId): boolean => definitionOf(metric).isOfAttribute === true;

/** Figures of what is no contact go by what imports brought along of the customer. */
const ofCustomers = new Set<MetricDefinition['source']>(['account', 'planned-call', 'promise', 'key-account']);

/** Of an imported attribute is asked only once it is said of which. */
export const lacksAttribute = ({ metrics, attribute }: Pick<Asked, 'metrics' | 'attribute'>): boolean =>
  metrics.some(isOfAttribute) && attribute === undefined;

/** What can be asked for by name: attributes of customers where a metric is of customers, else of contacts. */
export function attributesFor(metrics: readonly MetricId[], inUse: AttributesInUse | undefined): AttributeInUse[] {
  if (inUse === undefined) return [];
  const isOfCustomers = (metric: MetricId) => ofCustomers.has(definitionOf(metric).source);
  const lists = [
    ...(metrics.every(isOfCustomers) ? [] : inUse.contacts),
    ...(metrics.some(isOfCustomers) ? inUse.customers : []),
  ];
  return [...new Map(lists.map((one) => [one.name, one])).values()];
}

/** Those whose names hold what was typed. */
export const namedLike = (attributes: readonly AttributeInUse[], typed: string): AttributeInUse[] =>
  attributes.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));

/** "attribute:product:Router" in its parts. */
export function attributeOfScope(text: string): { name: string; value: string } | null {
  const [, name, value] = /^attribute:([^:]+):(.+)$/u.exec(text) ?? [];
  return name === undefined || value === undefined ? null : { name, value };
}

/** The first attribute that was asked for, that nobody is listed with, and of which nothing was found. */
export function unknownAttribute(
  { metrics, attribute, by }: Asked,
  { total, rows }: ReportFound,
  inUse: AttributesInUse | undefined,
): string | null {
  if (inUse === undefined) return null;
  const known = new Set(attributesFor(metrics, inUse).map(({ name }) => name));
  const isNowhere = (name: string | undefined): name is string => name !== undefined && !known.has(name);
  const at = metrics.findIndex(isOfAttribute);
  if (at >= 0 && isNowhere(attribute) && total.cells[at]?.figure.n === 0) return attribute;
  const unknown = by
    .map((dimension, index) => ({ name: /^attribute:(.+)$/u.exec(dimension)?.[1], index }))
    .find(({ name, index }) => isNowhere(name) && rows.every(({ keys }) => (keys[index] ?? '') === ''));
  return unknown?.name ?? null;
}

interface ReportFound {
  readonly total: { readonly cells: readonly { readonly figure: { readonly n: number } }[] };
  readonly rows: readonly { readonly keys: readonly string[] }[];
}
