import type { CardKind } from '@forecall/domain';
import type { Reach } from '../../platform/access/viewer.js';
import type { Subject } from './subject.query.js';

type Placed = Pick<Subject, 'kind' | 'id' | 'teamIds' | 'departmentIds'>;

/** Whether somebody leads where the card is of: the whole of it, so that its figures are all of their reach. */
export function leadsSubject({ everything, teamIds, departmentIds }: Reach, subject: Placed): boolean {
  if (everything) return true;
  const all = (ids: readonly string[], led: readonly string[]) => ids.length > 0 && ids.every((id) => led.includes(id));
  if (all(subject.departmentIds, departmentIds)) return true;
  return (subject.kind === 'rep' || subject.kind === 'team') && all(subject.teamIds, teamIds);
}

/**
 * One's own card; who leads where it is of, at the end of its period: supervisors their teams and the members, heads their
 * departments with all in them, executives everything.
 */
export function isSubjectSeen(reach: Reach, subject: Placed): boolean {
  const isOwn = (subject.kind === 'rep' || subject.kind === 'supervisor') && subject.id === reach.staffId;
  return isOwn || leadsSubject(reach, subject);
}

/** Of which kinds somebody may find cards. */
export function kindsWithin({ everything, departmentIds, teamIds }: Reach): CardKind[] {
  if (everything || departmentIds.length > 0) return ['rep', 'team', 'supervisor', 'department'];
  return teamIds.length > 0 ? ['rep', 'team', 'supervisor'] : ['rep'];
}
