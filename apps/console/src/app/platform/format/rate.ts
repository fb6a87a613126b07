import type { LocaleName } from '@forecall/contracts';

/** Stands for "no value"; the reason stands beside it. */
export const noValue = '–';

const minus = '\u2212';
const pointWords: Record<LocaleName, string> = { en: 'pp', zh: '个百分点' };

// ICU rounds the shortest decimal of a number, so 0.0575 gives 5.8, where toFixed would go by its binary neighbour.
const fixed = [0, 1, 2].map((digits) => {
  // What rounds to zero has no sign: never "-0.0".
  const signs = { signDisplay: 'negative' } as const;
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits, ...signs });
});

export const formatFixed = (value: number, digits: 0 | 1 | 2): string =>
  fixed[digits]?.format(value).replace('-', minus) ?? noValue;

const inPercent = (share: number): number => Number((share * 100).toPrecision(12));

/** Two decimals below 0.1 %, where one would hide everything. */
const digitsOf = (share: number): 1 | 2 => (share !== 0 && Math.abs(share) < 0.001 ? 2 : 1);

/** A share of 0..1 as the digits of its percentage, without the sign: "5.7". */
export function rateDigits(share: number | null): string {
  return share === null ? noValue : formatFixed(inPercent(share), digitsOf(share));
}

/** A share of 0..1 as "5.7%"; no value as a dash. */
export function formatRate(share: number | null): string {
  return share === null ? noValue : `${rateDigits(share)}%`;
}

/** The digits of a difference of two shares with its sign: "+3.5", "−0.3", "±0.0". */
export function pointDigits(difference: number): string {
  const digits = formatFixed(Math.abs(inPercent(difference)), 1);
  if (Number(digits) === 0) return `±${digits}`;
  return `${difference > 0 ? '+' : minus}${digits}`;
}

/** A difference of two shares in percentage points: "+3.5 pp", "+3.5 个百分点". */
export function formatPoints(difference: number | null, locale: LocaleName): string {
  return difference === null ? noValue : `${pointDigits(difference)} ${pointWords[locale]}`;
}

/** An interval of shares, the percent sign said once: "4.0–7.9%". */
export function formatInterval(low: number, high: number): string {
  const digits = digitsOf(high);
  return `${formatFixed(inPercent(low), digits)}–${formatFixed(inPercent(high), digits)}%`;
}
