import {
  type Agreement,
  cohenKappa,
  countsOf,
  fleissKappa,
  gwetAc1,
  jackknifeInterval,
  krippendorffAlpha,
  minimumRatedUnits,
  tableOf,
} from '../statistics/agreement.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import { itemsOf, pointsOf, type Rubric, type RubricItem } from './rubric.js';
import { appliesTo, markOf, type Marks, scoreOf } from './score.js';

/** What one assessor signed for one gold session. */
export interface GoldMarking {
  readonly sessionId: string;
  readonly assessorId: string;
  readonly marks: Marks;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A coefficient with its 95 % interval; null: there is none, or nothing that differs would tell of chance. */
export interface Coefficient {
  readonly value: number | null;
  readonly interval: Bounds | null;
}

/** `agree`: the whole interval lies at the limit or above it; `disagree`: under it; `unclear`: it holds the limit. */
export type CalibrationVerdict = 'agree' | 'unclear' | 'disagree';

/** How far assessors agree about an item, about the outcome, or about all items together. */
export interface AssessorAgreement {
  /** Sessions (of all items: sessions and items) that two assessors or more have marked. */
  readonly n: number;
  readonly assessors: number;
  readonly raw: Coefficient;
  /** Cohen's where the same two marked all of it, Fleiss' where each session has as many marks; else none. */
  readonly kappa: (Coefficient & { readonly kind: 'cohen' | 'fleiss' }) | null;
  /** None of all items together: each has a scale of its own. */
  readonly alpha: (Coefficient & { readonly scale: 'nominal' | 'ordinal' }) | null;
  readonly ac1: Coefficient;
  /** By AC1 and its interval; null under 40 rated units. */
  readonly verdict: CalibrationVerdict | null;
}

/** Krippendorff's least for even tentative conclusions (Content Analysis, 2004, 241). */
export const agreementLimit = 0.667;

export interface Calibration {
  readonly items: readonly (AssessorAgreement & { readonly itemId: string })[];
  readonly all: AssessorAgreement;
  /** Whether they pass or fail the same. */
  readonly outcome: AssessorAgreement;
}

/** That it does not apply is an answer too. */
const notApplicable = -1;

interface Unit {
  readonly sessionId: string;
  readonly assessors: readonly string[];
  readonly ratings: readonly number[];
  readonly counts: readonly number[];
}

/** Units that are rated by the same categories. */
interface Stratum {
  readonly categories: readonly number[];
  readonly scale: 'nominal' | 'ordinal';
  readonly units: readonly Unit[];
}

/**
 * Agreement of assessors from their signed markings of gold sessions by one rubric version: per item, over all items, and
 * of the outcome. A unit is one item of one session with two marks or more. "Does not apply" is a category of its own,
 * said or because the item hangs on another: whether it applies is part of what is judged. Only the ordinal alpha leaves
 * it out, as it has no place between the points. Over all items observed and expected agreement are summed item by item,
 * weighted by their units, so that items of different levels do not mix. Intervals: Wilson for the raw share (agreeing
 * pairs of a session count as one trial), else the jackknife over the sessions, as marks of one session hang together,
 * in 50 groups at most.
 */
export function calibrationOf(rubric: Rubric, markings: readonly GoldMarking[]): Calibration {
  const strata = itemsOf(rubric).map((item) => ({
    itemId: item.id,
    stratum: stratumOf(
      [...pointsOf(item), notApplicable].filter((one) => one !== notApplicable || mayBeNa(item)),
      item.kind === 'points' ? 'ordinal' : 'nominal',
      markings,
      ({ marks }) => ratingOf(rubric, item, marks),
    ),
  }));
  const outcomes = stratumOf(outcomeCodes, 'nominal', markings, ({ marks }) =>
    ['passed', 'failed', 'not-assessed'].indexOf(scoreOf(rubric, marks).state),
  );
  return {
    items: strata.map(({ itemId, stratum }) => ({ itemId, ...agreementOf([stratum]) })),
    all: { ...agreementOf(strata.map(({ stratum }) => stratum)), alpha: null },
    outcome: agreementOf([outcomes]),
  };
}

const outcomeCodes = [0, 1, 2];
const mostGroups = 50;

const mayBeNa = ({ mayNotApply, onlyIf }: RubricItem): boolean => mayNotApply || onlyIf !== null;

/** What was given for an item, as a number; undefined: it was left open. */
export function ratingOf(rubric: Rubric, item: RubricItem, marks: Marks): number | undefined {
  if (appliesTo(rubric, item, marks) === false) return notApplicable;
  const mark = markOf(marks, item.id);
  return mark === 'not-applicable' ? notApplicable : mark;
}

function stratumOf(
  categories: readonly number[],
  scale: Stratum['scale'],
  markings: readonly GoldMarking[],
  rating: (marking: GoldMarking) => number | undefined,
): Stratum {
  const bySession = Map.groupBy(markings, ({ sessionId }) => sessionId);
  const units = [...bySession].flatMap(([sessionId, all]): Unit[] => {
    const given = all
      .flatMap((one) => {
        const value = rating(one);
        return value === undefined ? [] : [{ assessorId: one.assessorId, value }];
      })
      .toSorted((a, b) => (a.assessorId < b.assessorId ? -1 : 1));
    if (given.length < 2) return [];
    const ratings = given.map(({ value }) => value);
    const [counts = []] = countsOf([ratings], categories);
    return [{ sessionId, assessors: given.map(({ assessorId }) => assessorId), ratings, counts }];
  });
  return { categories, scale, units };
}

function agreementOf(all: readonly Stratum[]): AssessorAgreement {
  const strata = all.filter(({ units }) => units.length > 0);
  const units = strata.flatMap((stratum) => stratum.units);
  const n = units.length;
  const assessors = new Set(units.flatMap((unit) => unit.assessors)).size;
  const none = { value: null, interval: null };
  if (n === 0) return { n, assessors, raw: none, kappa: null, alpha: null, ac1: none, verdict: null };
  const agreeing = units.reduce((sum, unit) => sum + pairAgreement(unit), 0);
  const kind = kappaOf(units, assessors);
  const [only] = strata.length === 1 ? strata : [];
  const ac1 = coefficient(strata, (one) => gwetAc1(one.units.map(({ counts }) => counts)));
  return {
    ...{ n, assessors, ac1, verdict: n < minimumRatedUnits ? null : verdictOf(ac1) },
    raw: { value: agreeing / n, interval: boundsOf(wilsonInterval(agreeing, n)) },
    kappa: kind && { kind, ...coefficient(strata, kind === 'cohen' ? cohenOf : fleissOf) },
    alpha: only ? { scale: only.scale, ...coefficient([only], alphaOf) } : null,
  };
}

const boundsOf = ({ low, high }: Bounds): Bounds => ({ low, high });

const pairAgreement = ({ counts, ratings: { length } }: Unit): number =>
  counts.reduce((sum, count) => sum + count * (count - 1), 0) / (length * (length - 1));

function kappaOf(units: readonly Unit[], assessors: number): 'cohen' | 'fleiss' | null {
  if (assessors === 2) return 'cohen';
  const [first] = units;
  return units.every(({ ratings }) => ratings.length === first?.ratings.length) ? 'fleiss' : null;
}

const cohenOf = ({ units, categories }: Stratum): Agreement =>
  cohenKappa(
    tableOf(
      units.map(({ ratings: [one = 0, other = 0] }) => [one, other] as const),
      categories,
    ),
  );

const fleissOf = ({ units }: Stratum): Agreement => fleissKappa(units.map(({ counts }) => counts));

const alphaOf = ({ units, scale }: Stratum): Agreement =>
  krippendorffAlpha(
    units.map(({ ratings }) => (scale === 'ordinal' ? ratings.filter((one) => one !== notApplicable) : ratings)),
    scale,
  );

/** (observed - expected) / (1 - expected), both summed over the strata. */
function coefficient(strata: readonly Stratum[], of: (stratum: Stratum) => Agreement): Coefficient {
  const valueOf = (some: readonly Stratum[]): number | null => {
    let [beyond, possible] = [0, 0];
    for (const stratum of some) {
      if (stratum.units.length === 0) continue;
      const { observed, expected } = of(stratum);
      beyond += stratum.units.length * (observed - expected);
      possible += stratum.units.length * (1 - expected);
    }
    return possible > 0 ? beyond / possible : null;
  };
  const sessionIds = [...new Set(strata.flatMap(({ units }) => units.map(({ sessionId }) => sessionId)))];
  const interval = jackknifeInterval(grouped(sessionIds), (groups) => {
    const left = new Set(groups.flat());
    return valueOf(strata.map((one) => ({ ...one, units: one.units.filter(({ sessionId }) => left.has(sessionId)) })));
  });
  return { value: valueOf(strata), interval: interval && interval.low < interval.high ? interval : null };
}

/** Leaving out groups in place of single sessions gives the same interval for a fraction of the work (Kott, JOS 17, 2001). */
function grouped(sessionIds: readonly string[]): string[][] {
  const groups = Array.from({ length: Math.min(mostGroups, sessionIds.length) }, (): string[] => []);
  for (const [n, id] of sessionIds.entries()) groups[n % groups.length]?.push(id);
  return groups;
}

function verdictOf({ value, interval }: Coefficient): CalibrationVerdict | null {
  if (value === null) return null;
  const { low, high } = interval ?? { low: value, high: value };
  if (low >= agreementLimit) return 'agree';
  return high < agreementLimit ? 'disagree' : 'unclear';
}
