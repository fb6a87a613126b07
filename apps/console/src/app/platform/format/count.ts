import type { LocaleName } from '@forecall/contracts';
import { noValue } from './rate.js';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "3,356", the same in both languages. */
export const formatCount = (count: number | null): string => (count === null ? noValue : whole.format(count));

/** "31 / 548": what was counted over what it was counted in. */
export const formatCountOver = (numerator: number, denominator: number): string =>
  `${formatCount(numerator)} / ${formatCount(denominator)}`;

/** On the axis of a chart only: from a million on three digits, "1.24 M" or "124 万". */
export function formatAxisCount(count: number, locale: LocaleName): string {
  if (Math.abs(count) < 1e6) return formatCount(count);
  if (locale === 'en') return `${threeDigits.format(count / 1e6)} M`;
  return Math.abs(count) < 1e8 ? `${threeDigits.format(count / 1e4)} 万` : `${threeDigits.format(count / 1e8)} 亿`;
}

/** "CNY 48,600.00" or "48,600.00 元"; `whole` for running text. */
export function formatMoney(
  amount: number | null,
  currency: string,
  locale: LocaleName,
  precision: 'exact' | 'whole' = 'exact',
): string {
  if (amount === null) return noValue;
  const digits = (precision === 'whole' ? whole : cents).format(amount);
  return locale === 'zh' && currency === 'CNY' ? `${digits} 元` : `${currency} ${digits}`;
}

/**
 * Says why a value that shows as its limit is under it: "79.96, shown as 80.0, is under 80". Null where no word is
 * needed, because the value reaches the limit or its rounded form is visibly under it.
 */
export function explainUnderLimit(value: number, limit: number, digits: number, locale: LocaleName): string | null {
  const shown = value.toFixed(digits);
  if (value >= limit || Number(shown) < limit) return null;
  let exact = shown;
  for (let more = digits + 1; Number(exact) >= limit && more <= 12; more++) exact = value.toFixed(more);
  return locale === 'zh'
    ? `${exact}，显示为 ${shown}，低于 ${limit}`
    : `${exact}, shown as ${shown}, is under ${limit}`;
}
