import type { FieldFault, SetIndicator } from '@forecall/contracts';
import { type Audience, goalFault } from '@forecall/domain';
import type { Act } from '../../organisation/acts/acts.service.js';
import type { Sql } from '../../platform/database/database.js';
import { badField, badRequest } from '../../platform/http/problem.js';
import { unitOn } from './indicator.query.js';

/** Refuses what can be wanted of no such card, with what is wrong at which field. */
export function refuseFault({
  metric,
  card,
  dial,
  departmentId,
  teamId,
  ...goal
}: Omit<SetIndicator, 'inForce'>): void {
  if (card === 'supervisor' && dial === null)
    throw badField({ path: 'dial', code: 'dial-missing', message: 'say which of the three dials it belongs to' });
  if (card !== 'supervisor' && dial !== null)
    throw badField({ path: 'dial', code: 'dial-of-supervisors', message: 'is of cards of supervisors only' });
  if (departmentId !== null && teamId !== null)
    throw badField({ path: 'teamId', code: 'one-audience', message: 'narrow it to a department or to a team' });
  if (card === 'department' && teamId !== null)
    throw badField({ path: 'teamId', code: 'department-card', message: 'the card of a department is of no team' });
  const fault = goalFault(metric, card, goal);
  if (!fault) return;
  switch (fault.kind) {
    case 'not-by':
      throw badRequest('metric-not-by', `${metric} is not given by ${card}; ${fault.instead} answers that.`, {
        fields: [{ path: 'metric', code: 'metric-not-by', message: `${fault.instead} answers that` }],
        values: { metric, by: card, instead: fault.instead },
      });
    case 'outside':
      throw badRequest('goal-outside', `${fault.path}: must lie from ${fault.low} to ${fault.high}.`, {
        fields: [{ path: fault.path, code: 'goal-outside', message: `must lie from ${fault.low} to ${fault.high}` }],
        values: { low: fault.low, high: fault.high },
      });
    case 'floor-side':
      throw badField(fault.isHigherBetter ? floorAbove : floorBelow);
    default:
      throw badField(faults[fault.kind]);
  }
}

const floorAbove: FieldFault = {
  ...{ path: 'floor', code: 'floor-above-target', message: 'must lie below the target, as higher is better' },
};
const floorBelow: FieldFault = {
  ...{ path: 'floor', code: 'floor-below-target', message: 'must lie above the target, as lower is better' },
};

const faults: Readonly<Record<'no-direction' | 'of-attribute', FieldFault>> = {
  'no-direction': {
    ...{ path: 'metric', code: 'indicator-no-direction', message: 'has no better side, and is never a target alone' },
  },
  'of-attribute': {
    ...{ path: 'metric', code: 'indicator-of-attribute', message: 'is of an attribute that each question names' },
  },
};

/** The department or team must be there when it begins. */
export async function refuseUnknownUnit(act: Act, { departmentId, teamId, from }: SetIndicator | Told): Promise<void> {
  for (const [path, unit, id] of [
    ['departmentId', 'department', departmentId],
    ['teamId', 'team', teamId],
  ] as const) {
    if (id === null) continue;
    const found = await unitOn(act.sql, unit, id, act.startOf(from));
    if (!found) throw badField({ path, code: `unknown-${unit}`, message: `there is no such ${unit}` });
    if (!found.isOpen)
      throw badField({ path, code: 'unit-not-open', message: `${found.name} is not there on that day` });
  }
}

type Told = Audience & { readonly from: string };

/** ", Billing", for the trail; empty where it is for every card of the kind. */
export async function audienceName(sql: Sql, { departmentId, teamId }: Audience): Promise<string> {
  const id = teamId ?? departmentId;
  if (id === null) return '';
  const unit = await unitOn(sql, teamId === null ? 'department' : 'team', id, new Date());
  return unit ? `, ${unit.name}` : '';
}
