/** What a unit handled of one matter, and what counted of it; it may be counted of one that they did not handle. */
export interface MatterCount {
  readonly unit: string;
  /** A reason by its id; empty: contacts without one, a matter of their own. */
  readonly matter: string;
  readonly numerator: number;
  readonly n: number;
}

/**
 * How many each unit would have if all of its matters went as they go for all: the sum over its matters of its contacts x
 * the group's rate of that matter, itself included. What is of matters that the unit did not handle is shared out over all
 * contacts, so that the expected of all are the counted of all. Matters that fewer than `fewestUnits` handled are one, of so
 * many at least.
 * Source: indirect standardisation, Breslow and Day, Statistical Methods in Cancer Research II (1987) 65.
 */
export function expectedLikeForLike(counts: readonly MatterCount[], fewestUnits = 1): Map<string, number> {
  const strata = strataOf(counts, fewestUnits);
  const n = sum(counts.map((count) => count.n));
  const ofOthers = sum(strata.map(({ unmatched }) => unmatched));
  const expected = new Map<string, number>();
  for (const { contacts, matched, units } of strata)
    for (const [unit, own] of units) {
      const more = (contacts === 0 ? 0 : (own * matched) / contacts) + (n === 0 ? 0 : (own * ofOthers) / n);
      expected.set(unit, (expected.get(unit) ?? 0) + more);
    }
  return expected;
}

interface Stratum {
  readonly contacts: number;
  /** Counted of units that handled the matter. */
  readonly matched: number;
  /** Counted of units that did not. */
  readonly unmatched: number;
  /** Contacts by unit. */
  readonly units: ReadonlyMap<string, number>;
}

function strataOf(counts: readonly MatterCount[], fewestUnits: number): Stratum[] {
  const rare = rareMatters(counts, fewestUnits);
  const stratumOf = ({ matter }: MatterCount) => (rare.has(matter) ? 'rare' : matter);
  return [...Map.groupBy(counts, stratumOf).values()].map((parts): Stratum => {
    const units = new Map<string, number>();
    for (const { unit, n } of parts) units.set(unit, (units.get(unit) ?? 0) + n);
    const [matched, unmatched] = [true, false].map((isMatched) =>
      sum(parts.filter(({ unit }) => (units.get(unit) ?? 0) > 0 === isMatched).map(({ numerator }) => numerator)),
    );
    return { units, contacts: sum([...units.values()]), matched: matched ?? 0, unmatched: unmatched ?? 0 };
  });
}

/** Those that fewer handled, and the next ones with them until together they are of enough. */
function rareMatters(counts: readonly MatterCount[], fewestUnits: number): ReadonlySet<string> {
  const matters = [...Map.groupBy(counts, ({ matter }) => matter)].map(([matter, parts]) => ({
    ...{ matter, n: sum(parts.map((part) => part.n)) },
    units: new Set(parts.filter((part) => part.n > 0).map(({ unit }) => unit)),
  }));
  const rare = new Set<string>();
  let together: ReadonlySet<string> = new Set();
  for (const { matter, units } of matters.toSorted((a, b) => a.units.size - b.units.size || a.n - b.n)) {
    if (units.size >= fewestUnits && (rare.size === 0 || together.size >= fewestUnits)) break;
    rare.add(matter);
    together = new Set([...together, ...units]);
  }
  return rare;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
