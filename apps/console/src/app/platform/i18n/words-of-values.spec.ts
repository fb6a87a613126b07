import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerKinds,
  closings,
  complaintStates,
  daySources,
  decisions,
  holidayChanges,
  leadingRoles,
  localeNames,
  noteKinds,
  roleNames,
  severities,
  tokenScopes,
  userStates,
} from '@forecall/contracts';
import {
  boardWindows,
  careClasses,
  causeKinds,
  clockKinds,
  clockUnits,
  complaintSteps,
  contactChannels,
  contactDirections,
  contactOutcomes,
  contactPurposes,
  dayKinds,
  dutyStandings,
  impacts,
  needsForAction,
} from '@forecall/domain';

const folder = join(process.cwd(), 'apps/console/public/i18n');

/** The names below a key in the file that holds it; a scope's texts are in a folder of its name. */
function namesBelow(language: string, key: string): string[] {
  const [scope = '', ...inner] = key.split('.');
  const own = join(folder, scope, `${language}.json`);
  const [file, path] = existsSync(own) ? [own, inner] : [join(folder, `${language}.json`), [scope, ...inner]];
  let at = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const name of path) at = (at[name] ?? {}) as Record<string, unknown>;
  return Object.keys(at);
}

/** Keys that the code ends with a value it was told, which no check of the sources can follow. */
const told: readonly (readonly [key: string, values: readonly string[]])[] = [
  ['complaints.stage', complaintSteps],
  ['complaints.severity', severities],
  ['complaints.state', complaintStates],
  ['complaint-page.step', complaintSteps],
  ['complaint-page.severity', severities],
  ['complaint-page.impact', impacts],
  ['complaint-page.need', needsForAction],
  ['complaint-page.decision', decisions],
  ['complaint-page.closing', closings],
  ['complaint-page.cause', causeKinds],
  ['complaint-page.channel', contactChannels],
  ['complaint-page.noted', noteKinds],
  ['complaint-page.clocks', clockKinds],
  ['calendars.clocks.kind', clockKinds],
  ['calendars.clocks.units', clockUnits],
  ['calendars.look', dayKinds],
  ['calendars.from', daySources],
  ['calendars.change', holidayChanges],
  ['contacts.channel', contactChannels],
  ['contacts.direction', contactDirections],
  ['contacts.purpose', contactPurposes],
  ['contacts.outcome', contactOutcomes],
  ['desk.class', careClasses],
  ['desk.strategy', careClasses],
  ['reports.care-class', careClasses],
  ['desk.answer.contact', answerKinds],
  ['desk.answer.relationship', answerKinds],
  ['board.window', boardWindows],
  ['wallboard.period', boardWindows],
  ['my-day.standing', dutyStandings],
  ['organisation.leading', leadingRoles],
  ['users.state', userStates],
  ['tokens.scope', tokenScopes],
  ['role', roleNames],
  ['locale', localeNames],
];

describe.each(['en', 'zh'])('in %s', (language) => {
  it.each(told)('%s has words for each value', (key, values) => {
    const names = namesBelow(language, key);
    expect(values.filter((value) => !names.includes(value))).toEqual([]);
  });
});
