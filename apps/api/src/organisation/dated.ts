import type { EntityTarget } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { conflict, type ProblemError } from '../platform/http/problem.js';
import type { Act, Row } from './acts/act.js';
import { contains, hasBegunBy, overlap, type Period } from './period.js';
import { succession } from './succession.js';

export type DatedRow = Row & Period;
type Named = { name: string };

/**
 * Writes a dated row and makes room for it: the present one of `rows` ends, is corrected, or comes back afterwards.
 * `overlaps` names a later one that stands in the way.
 */
export async function succeed<Entity extends DatedRow>(
  act: Act,
  entity: EntityTarget<Entity> & Named,
  rows: readonly Entity[],
  wanted: Omit<Entity, 'revision'> & Period,
  overlaps: (row: Entity) => Promise<ProblemError>,
): Promise<Entity> {
  const plan = succession(rows, wanted);
  if (plan.kind === 'overlaps') throw await overlaps(plan.row);
  if (plan.kind === 'fits') return act.add(entity, wanted);
  const { present, resumed } = plan;
  let written: Entity;
  if (plan.kind === 'corrects') {
    written = await act.change(entity, present, { ...wanted, id: present.id } as Partial<Entity>);
  } else {
    await act.change(entity, present, { to: wanted.from } as Partial<Entity>);
    written = await act.add(entity, wanted);
  }
  if (resumed) await act.add(entity, { ...present, ...resumed, id: uuid() });
  return written;
}

/** Ends what lasts beyond an instant; what is dated wholly after it and has not begun is withdrawn. */
export async function endAll<Entity extends DatedRow>(
  act: Act,
  entity: EntityTarget<Entity> & Named,
  rows: readonly Entity[],
  end: Date,
  began: (row: Entity) => Promise<ProblemError>,
): Promise<void> {
  for (const row of rows.filter((each) => overlap(each, { from: end, to: null }))) {
    if (!isFrom(row, end)) await act.change(entity, row, { to: end } as Partial<Entity>);
    else if (hasBegunBy(row, act.at)) throw await began(row);
    else await act.withdraw(entity, row);
  }
}

const isFrom = (row: Period, at: Date) => row.from !== null && row.from >= at;

/** Ends one row. One that has not begun is withdrawn instead, which is another act. */
export async function endOne<Entity extends DatedRow>(
  act: Act,
  entity: EntityTarget<Entity> & Named,
  row: Entity,
  end: Date,
): Promise<Entity> {
  if (isFrom(row, end)) {
    throw conflict('ends-before-it-begins', 'It would end before it begins.', {
      values: { from: dayOr(act, row.from) },
    });
  }
  if (row.to !== null && row.to <= end) {
    throw conflict('already-ended', 'It ends earlier already.', { values: { to: dayOr(act, row.to) } });
  }
  return act.change(entity, row, { to: end } as Partial<Entity>);
}

/** Withdraws what has not begun; what it had ended goes on for as long as the withdrawn one would have lasted. */
export async function withdrawOne<Entity extends DatedRow>(
  act: Act,
  entity: EntityTarget<Entity> & Named,
  rows: readonly Entity[],
  row: Entity,
): Promise<void> {
  if (hasBegunBy(row, act.at)) {
    throw conflict('has-begun', 'It has begun, so it can be ended but not withdrawn.', {
      values: { from: dayOr(act, row.from) },
    });
  }
  await act.withdraw(entity, row);
  const before = rows.find((each) => each.to !== null && each.to.getTime() === row.from?.getTime());
  if (before) await act.change(entity, before, { to: row.to } as Partial<Entity>);
}

/** A unit or reason must be there for as long as what is dated in it. */
export function demandOpen(act: Act, unit: Period & { name: string }, during: Period): void {
  if (contains(unit, during)) return;
  const values = { unit: unit.name };
  if (!contains({ from: unit.from, to: null }, { from: during.from, to: null })) {
    const day = dayOr(act, unit.from);
    throw conflict('not-yet-open', `${unit.name} is there from ${day} on.`, { values: { ...values, day } });
  }
  const day = dayOr(act, unit.to);
  throw conflict('closed-by-then', `${unit.name} is closed from ${day} on.`, { values: { ...values, day } });
}

export const dayOr = (act: Act, at: Date | null): string => (at === null ? '' : act.dayOf(at));
export const periodOf = (act: Act, { from, to }: Period) => ({
  from: dayOr(act, from) || null,
  to: dayOr(act, to) || null,
});
