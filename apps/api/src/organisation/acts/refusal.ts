import { QueryFailedError } from 'typeorm';
import { conflict, type ProblemError } from '../../platform/http/problem.js';
import { changedMeanwhile } from './act.js';

const nameTaken = () => conflict('name-taken', 'Another one has this name already.', field('name'));
const field = (path: string) => ({ fields: [{ path, code: 'taken', message: 'taken' }] });

/** What the tables refuse, in words. Services ask first; these are for what only a constraint can see. */
const refusals: Record<string, () => ProblemError> = {
  department_name_now: nameTaken,
  team_name_now: nameTaken,
  reason_name_now: () => conflict('name-taken', 'Another one has this name already.', field('nameEn')),
  staff_external_id_key: () =>
    conflict('staff-number-taken', 'Somebody else has this staff number.', field('externalId')),
  staff_extension_key: () => conflict('extension-taken', 'Somebody else has this extension.', field('extension')),
  staff_email: () => conflict('email-taken', 'Somebody else has this e-mail address.', field('email')),
  calendar_owner: changedMeanwhile,
  calendar_exception_day: () =>
    conflict('day-taken', 'Something else is set for this day already. Change that instead.', field('day')),
  leave_once: () => conflict('leave-overlaps', 'This person is away in that time already.', field('from')),
  clock_rule_from: changedMeanwhile,
  // Overlaps are named before they are written; only two acts at the same moment get here.
  membership_one_team_at_a_time: changedMeanwhile,
  leadership_one_supervisor: changedMeanwhile,
  leadership_one_head: changedMeanwhile,
  leadership_stand_in_once: changedMeanwhile,
};

export function refusalOf(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { constraint } = error.driverError as { constraint?: string };
  return (constraint !== undefined && refusals[constraint]?.()) || error;
}
