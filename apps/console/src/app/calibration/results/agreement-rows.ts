import type { CalibrationResults } from '@forecall/contracts';
import { agreementLimit, itemsOf, minimumContacts, minimumRatedUnits } from '@forecall/domain';
import { formatFixed } from '../../platform/format/rate.js';
import type { StateName } from '../../ui/state/glyph.js';

export type AgreementRow = CalibrationResults['all'] & {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string } | null;
  readonly asReference: CalibrationResults['items'][number]['asReference'];
};

/**
 * All items and the outcome first, then the items in the order of the rubric; without a name: one of the first two. Of
 * fewer than five units there is a count and no coefficient.
 */
export function agreementRows({ rubric, items, all, outcome }: CalibrationResults): AgreementRow[] {
  const names = new Map(itemsOf(rubric.text).map(({ id, text }) => [id, text]));
  const rows = [
    { id: 'all', name: null, asReference: null, ...all },
    { id: 'outcome', name: null, asReference: null, ...outcome },
    ...items.map(({ itemId, ...item }) => ({ id: itemId, name: names.get(itemId) ?? null, ...item })),
  ];
  const none = { ac1: { value: null, interval: null }, kappa: null, alpha: null };
  return rows.map((row) => (row.n < minimumContacts ? { ...row, ...none } : row));
}

type Figure = { readonly value: number | null; readonly interval: { low: number; high: number } | null } | null;

/** A coefficient to two decimals; none: a dash. */
export const coefficientText = (figure: Figure): string =>
  figure === null || figure.value === null ? '–' : formatFixed(figure.value, 2);

/** "0.52 to 0.81" by the words given; none: empty. */
export const boundsText = (figure: Figure, say: (low: string, high: string) => string): string =>
  figure?.interval ? say(formatFixed(figure.interval.low, 2), formatFixed(figure.interval.high, 2)) : '';

/** The glyph and the word of what can be said. */
export function verdictOf({ verdict, n }: Pick<AgreementRow, 'verdict' | 'n'>): {
  state: StateName;
  word: 'agree' | 'unclear' | 'disagree' | 'too-few';
  values: { n: number; of: number };
} {
  const glyphs = { agree: 'usual', unclear: 'close', disagree: 'watch' } as const;
  const values = { n, of: minimumRatedUnits };
  return verdict === null
    ? { state: 'none', word: 'too-few', values }
    : { state: glyphs[verdict], word: verdict, values };
}

export const limit = agreementLimit;
