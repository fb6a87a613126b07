import type { LocaleName, ReasonEntry } from '@forecall/contracts';
import type { Suggestion } from '../../ui/choice/type-ahead.js';

/** A reason that can be picked: a leaf of the tree, with the way to it. */
export interface PickableReason {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  /** Answers for it. */
  readonly departmentId: string;
  readonly path: { readonly en: string; readonly zh: string };
}

/** The leaves of the tree in its order; groups only say where a leaf belongs. */
export function pickable(reasons: readonly ReasonEntry[]): PickableReason[] {
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  const parents = new Set(reasons.map(({ parentId }) => parentId));
  return reasons
    .filter(({ id }) => !parents.has(id))
    .map((reason) => {
      const way: ReasonEntry[] = [];
      for (let up = byId.get(reason.parentId ?? ''); up; up = byId.get(up.parentId ?? '')) way.unshift(up);
      return {
        id: reason.id,
        en: reason.nameEn,
        zh: reason.nameZh,
        departmentId: reason.answerableDepartmentId,
        path: { en: way.map(({ nameEn }) => nameEn).join(' › '), zh: way.map(({ nameZh }) => nameZh).join(' › ') },
      };
    });
}

/** Those in which every typed word stands somewhere, in either language; a match in the name comes before one in the path. */
export function matchingReasons(reasons: readonly PickableReason[], typed: string): PickableReason[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = reasons.filter(({ en, zh }) => holds(`${en} ${zh}`));
  const placed = reasons.filter(
    (reason) => !named.includes(reason) && holds(`${reason.en} ${reason.zh} ${reason.path.en} ${reason.path.zh}`),
  );
  return [...named, ...placed];
}

export const reasonSuggestion = (reason: PickableReason, locale: LocaleName): Suggestion => ({
  id: reason.id,
  label: reason[locale],
  aside: reason.path[locale],
});
