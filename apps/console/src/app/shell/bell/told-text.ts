import type { LocaleName, NotificationEntry } from '@forecall/contracts';
import { dutyTitle, subjectOf } from '../../platform/duty/duty-text.js';
import type { Formats } from '../../platform/format/formats.js';
import type { Say } from '../../platform/i18n/texts.js';

type Told = Pick<NotificationEntry, 'kind' | 'parameters' | 'isOver'>;

/** How a notification is put into words. */
export interface Telling {
  readonly say: Say;
  readonly locale: LocaleName;
  readonly format: Pick<Formats, 'due' | 'dayTime'>;
}

/** Titles of their own; the others are named by their report, campaign or duty. */
const titles: Readonly<Record<string, string>> = {
  'alarm-raised': 'bell.alarm',
  'appraisal-disputed': 'bell.appraisal',
  'appraisal-decided': 'bell.appraisal',
  'appraisal-signed': 'bell.appraisal',
  'appraisal-closed': 'bell.appraisal',
  'upward-asked': 'bell.upward',
};

export function toldTitle({ kind, parameters }: Told, { say, locale }: Telling): string {
  const title = titles[kind];
  if (title !== undefined) return say(title, inLocale(parameters, locale));
  const name = parameters['report'] ?? parameters['campaign'];
  const ofOther = kind === 'duty-gone-up' ? (parameters['owner'] ?? null) : null;
  return name ?? dutyTitle({ kind: parameters['duty'] ?? 'by-hand', parameters, ofOther }, say, locale);
}

export function toldSentence(told: Told, telling: Telling): string {
  const { kind, parameters, isOver } = told;
  const { say, locale, format } = telling;
  if (kind === 'alarm-raised') return riseOf(told, telling);
  const sentence = say(isOver ? 'bell.is-over' : `told.${kind}`, {
    ...inLocale(parameters, locale),
    due: parameters['dueAt'] ? format.due(parameters['dueAt']) : '',
    ...{ owner: parameters['owner'] || '–', people: parameters['people'] || '–' },
  });
  return [subjectOf({ parameters }, locale), sentence].filter(Boolean).join(' · ');
}

/** Since when, how many, and what explains most of it; the numbers may not have been known yet. */
function riseOf({ parameters }: Told, { say, locale, format }: Telling): string {
  const values = inLocale(parameters, locale);
  const { since, complaints, contacts, expected, factor, factorComplaints } = values;
  const said = [say('told.alarm-raised', { since: since ? format.dayTime(since) : '' })];
  if (complaints && contacts && expected)
    said.push(say('told.alarm-raised-numbers', { complaints, contacts, expected }));
  if (factor && factorComplaints) said.push(say('told.alarm-raised-reason', { complaints: factorComplaints, factor }));
  return said.join(locale === 'zh' ? '' : ' ');
}

/** All that it was told with; what has a Chinese name besides has that for the reader of Chinese. */
const inLocale = (parameters: Told['parameters'], locale: LocaleName): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, (locale === 'zh' && parameters[`${name}Zh`]) || value]),
  );
