import type { ReasonEntry } from '@forecall/contracts';

export interface TreeRow {
  readonly reason: ReasonEntry;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  /** Among those of the same parent, from 1. */
  readonly position: number;
  readonly siblingCount: number;
}

export const directions = ['up', 'down', 'in', 'out'] as const;
export type Direction = (typeof directions)[number];

export interface Place {
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

const childrenOf = (reasons: readonly ReasonEntry[], parentId: string | null) =>
  reasons.filter((reason) => reason.parentId === parentId);

/** The rows in sight: none below a collapsed one; while something is searched for, what matches and the way there. */
export function rowsInSight(
  reasons: readonly ReasonEntry[],
  collapsed: ReadonlySet<string>,
  search: string,
): TreeRow[] {
  const wanted = search.toLowerCase();
  const matching = reasons.filter(({ nameEn, nameZh }) => `${nameEn} ${nameZh}`.toLowerCase().includes(wanted));
  const kept = new Set(matching.flatMap((reason) => [reason, ...above(reasons, reason)]).map(({ id }) => id));
  const isOpen = (id: string) => wanted !== '' || !collapsed.has(id);
  return reasons
    .filter((reason) => kept.has(reason.id) && above(reasons, reason).every(({ id }) => isOpen(id)))
    .map((reason) => {
      const siblings = childrenOf(reasons, reason.parentId).filter(({ id }) => kept.has(id));
      return {
        reason,
        hasChildren: childrenOf(reasons, reason.id).some(({ id }) => kept.has(id)),
        isExpanded: isOpen(reason.id),
        position: siblings.indexOf(reason) + 1,
        siblingCount: siblings.length,
      };
    });
}

/** Those above a reason, the nearest first. */
export function above(reasons: readonly ReasonEntry[], { parentId }: ReasonEntry): ReasonEntry[] {
  const parent = reasons.find(({ id }) => id === parentId);
  return parent ? [parent, ...above(reasons, parent)] : [];
}

/** A reason and all below it. */
export function subtree(reasons: readonly ReasonEntry[], top: ReasonEntry): ReasonEntry[] {
  return [top, ...childrenOf(reasons, top.id).flatMap((child) => subtree(reasons, child))];
}

/**
 * Where a reason goes one step up or down among its siblings, in below the one before it, or out beside its parent;
 * null where there is no such place.
 */
export function placeAfter(reasons: readonly ReasonEntry[], moved: ReasonEntry, direction: Direction): Place | null {
  const siblings = childrenOf(reasons, moved.parentId);
  const at = siblings.findIndex(({ id }) => id === moved.id);
  const before = siblings[at - 1];
  if (direction === 'up') return before ? { parentId: moved.parentId, beforeId: before.id } : null;
  if (direction === 'down') {
    if (at + 1 >= siblings.length) return null;
    return { parentId: moved.parentId, beforeId: siblings[at + 2]?.id ?? null };
  }
  if (direction === 'in') return before ? { parentId: before.id, beforeId: null } : null;
  const parent = reasons.find(({ id }) => id === moved.parentId);
  if (!parent) return null;
  const uncles = childrenOf(reasons, parent.parentId);
  const next = uncles[uncles.findIndex(({ id }) => id === parent.id) + 1];
  return { parentId: parent.parentId, beforeId: next?.id ?? null };
}
