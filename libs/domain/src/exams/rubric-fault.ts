import { itemsOf, maximumOf, pointsOf, type Rubric, type RubricItem } from './rubric.js';

/** Why a rubric cannot be published. */
export type RubricFaultCode =
  | 'rubric-without-items'
  | 'rubric-without-weight'
  | 'group-without-items'
  | 'same-item-twice'
  | 'too-few-levels'
  | 'same-points-twice'
  | 'no-points'
  | 'critical-level'
  | 'condition-not-before'
  | 'condition-level'
  | 'text-missing';

export interface RubricFault {
  /** Where, as a path of the rubric: `groups.0.items.2.levels`. */
  readonly path: string;
  readonly code: RubricFaultCode;
}

const isBlank = ({ en, zh }: { readonly en: string; readonly zh: string }) => en.trim() === '' && zh.trim() === '';

/** All that is wrong with a rubric, in its order; shapes and bounds of single fields are checked before. */
export function rubricFaults(rubric: Rubric): RubricFault[] {
  const faults: RubricFault[] = [];
  const items = itemsOf(rubric);
  if (items.length === 0) faults.push({ path: 'groups', code: 'rubric-without-items' });
  else if (items.every(({ weight }) => weight === 0)) faults.push({ path: 'groups', code: 'rubric-without-weight' });
  if (isBlank(rubric.passMarkWhy)) faults.push({ path: 'passMarkWhy', code: 'text-missing' });
  const before = new Map<string, RubricItem>();
  for (const [g, group] of rubric.groups.entries()) {
    const at = `groups.${g}`;
    if (isBlank(group.name)) faults.push({ path: `${at}.name`, code: 'text-missing' });
    if (group.items.length === 0) faults.push({ path: `${at}.items`, code: 'group-without-items' });
    for (const [n, item] of group.items.entries()) {
      if (before.has(item.id)) faults.push({ path: `${at}.items.${n}.id`, code: 'same-item-twice' });
      faults.push(...itemFaults(item, before).map(({ path, code }) => ({ path: `${at}.items.${n}.${path}`, code })));
      before.set(item.id, item);
    }
  }
  return faults;
}

function* levelFaults(item: RubricItem): Generator<RubricFault> {
  if (item.kind === 'yes-no') return;
  const points = pointsOf(item);
  if (points.length < 2) yield { path: 'levels', code: 'too-few-levels' };
  if (new Set(points).size < points.length) yield { path: 'levels', code: 'same-points-twice' };
  if (points.length > 0 && maximumOf(item) === 0) yield { path: 'levels', code: 'no-points' };
  for (const [n, level] of item.levels.entries())
    if (isBlank(level.text)) yield { path: `levels.${n}.text`, code: 'text-missing' };
  // Failed under a level that somebody can reach, by one that somebody can be given.
  const isBetween = points.some((one) => one < item.failsUnder) && points.some((one) => one >= item.failsUnder);
  if (item.isCritical && !isBetween) yield { path: 'failsUnder', code: 'critical-level' };
}

function itemFaults(item: RubricItem, before: ReadonlyMap<string, RubricItem>): RubricFault[] {
  const faults: RubricFault[] = isBlank(item.text) ? [{ path: 'text', code: 'text-missing' }] : [];
  faults.push(...levelFaults(item));
  if (item.onlyIf) {
    const base = before.get(item.onlyIf.itemId);
    if (!base) faults.push({ path: 'onlyIf.itemId', code: 'condition-not-before' });
    else if (!pointsOf(base).includes(item.onlyIf.atLeast))
      faults.push({ path: 'onlyIf.atLeast', code: 'condition-level' });
  }
  return faults;
}
