import type { FunnelReply, FunnelUnit } from '@forecall/contracts';
import type { Say } from '../platform/i18n/texts.js';
import { toCsv } from '../ui/table/csv.js';
import { sortRows } from '../ui/table/table-order.js';

/** Units as they are told apart on the page: many have no name. */
export interface KeyedUnit extends FunnelUnit {
  readonly key: string;
}

export const keyed = ({ units }: FunnelReply): KeyedUnit[] =>
  units.map((unit, index) => ({ ...unit, key: String(index) }));

/** By name, those without one after them by n: a list of people is never one of rates. */
export const byName = (units: readonly KeyedUnit[], locale: 'en' | 'zh'): readonly KeyedUnit[] =>
  sortRows(units, ({ name }) => name?.[locale] ?? null, 'ascending');

/** What is judged, and drawn: the rate and what it rests on, by what they handle where that is asked. */
export const judgedOf = ({ alike, raw, n }: FunnelUnit): { readonly rate: number | null; readonly n: number } =>
  alike ? { rate: alike.rate, n: alike.weight } : { rate: raw, n };

/** The table's numbers, unrounded; names only where the page has them. */
export function funnelCsv(units: readonly KeyedUnit[], locale: 'en' | 'zh', t: Say): string {
  const isAlike = units.some(({ alike }) => alike !== null);
  const alikeHeads = isAlike ? ['expected', 'alike'] : [];
  const heads = ['name', 'above', 'below', 'raw', 'low', 'high', 'shrunk', 'limit-low', 'limit-high', 'standing'];
  return toCsv([
    [...heads, ...alikeHeads].map((head) => t(`funnels.csv.${head}`)),
    ...byName(units, locale).map((unit) => [
      ...[unit.name?.[locale] ?? '', unit.numerator, unit.n, unit.raw],
      ...[unit.interval?.low ?? null, unit.interval?.high ?? null, unit.shrunk?.value ?? null],
      ...[unit.limits?.outer.low ?? null, unit.limits?.outer.high ?? null],
      t(`funnels.standing.${unit.standing ?? 'alone'}`, { n: unit.n }),
      ...(isAlike ? [unit.alike?.expected ?? null, unit.alike?.rate ?? null] : []),
    ]),
  ]);
}
