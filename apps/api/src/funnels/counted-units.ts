import { type FigureReply, type FunnelUnit } from '@forecall/contracts';
import { type AtomCounts, fewestUnnamed, figureFrom, type FunnelUnitName, type MatterCount } from '@forecall/domain';
import type { Reach } from '../platform/access/viewer.js';

/** A rep or team with what was counted, the teams in which it was and, of a team, how many people it was of. */
export interface CountedUnit {
  readonly id: string;
  readonly name: FunnelUnit['name'];
  readonly numerator: number;
  readonly n: number;
  readonly teamIds: ReadonlySet<string>;
  readonly repIds: ReadonlySet<string>;
  /** Like for like: what the same matters bring all. */
  readonly expected?: number;
}

/**
 * The groups of a figure by team and rep, summed for each rep or each team. What is nobody's, and what has nothing below
 * the line, is no unit: it has no rate.
 */
export function countedUnits(groups: FigureReply['groups'], by: FunnelUnitName): CountedUnit[] {
  const place = by === 'team' ? 0 : 1;
  const found = new Map<string, FigureReply['groups']>();
  for (const group of groups) {
    const id = group.keys[place];
    if (id) found.set(id, [...(found.get(id) ?? []), group]);
  }
  return [...found].flatMap(([id, parts]): CountedUnit[] => {
    const sum = (of: (group: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
    const n = sum(({ figure }) => figure.denominator ?? 0);
    if (n === 0) return [];
    return [
      {
        ...{ id, n, numerator: sum(({ figure }) => figure.numerator), name: parts[0]?.names[place] ?? null },
        teamIds: new Set(parts.map(({ keys }) => keys[0] ?? '')),
        // What is nobody's makes no team of one larger.
        repIds: new Set(parts.flatMap(({ keys }) => keys[1] || [])),
      },
    ];
  });
}

/** What each of these units handled of each matter: complaints that concern them, counted by unit and reason. */
export const matterCounts = (
  lines: readonly { readonly keys: readonly string[]; readonly counts: AtomCounts }[],
  unitIds: ReadonlySet<string>,
): MatterCount[] =>
  lines.flatMap(({ keys: [unit = '', matter = ''], counts }) => {
    if (!unitIds.has(unit)) return [];
    const { numerator, denominator } = figureFrom('complaints-concerning', counts);
    return [{ unit, matter, numerator, n: denominator ?? 0 }];
  });

/** Who looks, at a department or (null) the company. */
export interface Look {
  readonly reach: Reach;
  readonly departmentId: string | null;
  readonly by: FunnelUnitName;
}

export const isOwn = ({ reach, by }: Look, { id }: CountedUnit): boolean =>
  by === 'rep' ? id === reach.staffId : reach.teamIds.includes(id);

/** Whether all the rows of a unit are within reach: then it may be known by name, as on the figure route. */
export const isWithinReach = (look: Look, unit: CountedUnit): boolean => {
  const { everything, departmentIds, teamIds } = look.reach;
  if (everything || isOwn(look, unit)) return true;
  if (look.departmentId !== null && departmentIds.includes(look.departmentId)) return true;
  return [...unit.teamIds].every((id) => teamIds.includes(id));
};

/** Teams are known by name to all who lead in the department; but a team of one is that person. */
export const isNamed = (look: Look, unit: CountedUnit): boolean =>
  isWithinReach(look, unit) || (look.by === 'team' && unit.repIds.size > 1);

/** Of a unit the months in which it has something below the line. */
export type MonthsOfUnits = ReadonlyMap<string, ReadonlySet<string>>;

export function monthsOfUnits(groups: FigureReply['groups']): MonthsOfUnits {
  const found = new Map<string, Set<string>>();
  for (const {
    keys: [id = '', month = ''],
    figure,
  } of groups)
    if (id !== '' && (figure.denominator ?? 0) > 0) found.set(id, (found.get(id) ?? new Set()).add(month));
  return found;
}

/**
 * Without names units come together only: of fewer than four in any month, or of other than whole months, one knows who
 * they are, and from the sum of all less one's own and less the other months, what they did. Those are neither shown nor
 * counted. `months`: null where the period is not of whole months.
 */
export function withoutTheFew(
  look: Look,
  all: readonly CountedUnit[],
  months: MonthsOfUnits | null,
): { readonly units: readonly CountedUnit[]; readonly leftOut: { units: number; why: 'few' | 'short' } | null } {
  const named = all.filter((unit) => isNamed(look, unit));
  const unnamed = all.filter((unit) => !isNamed(look, unit));
  if (unnamed.length === 0) return { units: all, leftOut: null };
  const why = months === null ? 'short' : fewestInAMonth(unnamed, months) < fewestUnnamed ? 'few' : null;
  return why ? { units: named, leftOut: { units: unnamed.length, why } } : { units: all, leftOut: null };
}

function fewestInAMonth(units: readonly CountedUnit[], months: MonthsOfUnits): number {
  const counts = new Map<string, number>();
  for (const month of units.flatMap(({ id }) => [...(months.get(id) ?? [])]))
    counts.set(month, (counts.get(month) ?? 0) + 1);
  return Math.min(units.length, ...counts.values());
}
