import { contactChannels, type ContactFacts, contactFaults } from '@forecall/domain';
import type { ContactPreset, DurationSource, TextSource } from '@forecall/contracts';
import type { Attempt } from './attempt.js';
import type { CellReader, Cells } from './cells.js';
import { choiceReader, yesNoReader } from './choice.js';
import type { ContactDraft } from './draft.js';
import { type RowFault, shownValue } from './fault.js';
import { durationReader, type ReadDuration } from './duration.js';
import { momentColumn, type MomentReader, needMoment, type ReadMoment } from './moment.js';
import { namedKeyReader, reasonReader, short } from './named-key.js';
import { textReader } from './text.js';

/** The contact of a row, without its attributes, answers and complaint. */
export type ContactPart = Omit<ContactDraft, 'attributes' | 'answers' | 'complaint'>;

/** So far ahead a clock may be. */
export const latestAheadMilliseconds = 120_000;
const earliest = Date.UTC(1900, 0, 1);

/** Reads the contact; undefined where the attempt has noted what is wrong. `now` in milliseconds since 1970. */
export function contactReader(
  contact: ContactPreset,
  by: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, attempt: Attempt, now: number) => ContactPart | undefined {
  const { cells } = by;
  const at = (field: string) => `contact.${field}`;
  const optional = <Source, Value>(
    source: Source | undefined,
    make: (source: Source) => (row: Cells) => Value,
    none: Value,
  ) => (source === undefined ? () => none : make(source));
  const duration = (field: 'menu' | 'wait' | 'talk' | 'hold' | 'wrap'): ReadDuration =>
    contact[field] ? durationReader(contact[field], by, at(field)) : () => null;

  const read = {
    externalId: optional(contact.externalId, (source) => shortText(source, cells, at('externalId')), ''),
    span: spanReader(contact, by),
    channel: choiceReader(contact.channel, cells, at('channel')),
    direction: choiceReader(contact.direction, cells, at('direction')),
    purpose: choiceReader(contact.purpose, cells, at('purpose')),
    outcome: choiceReader(contact.outcome, cells, at('outcome')),
    menu: duration('menu'),
    wait: duration('wait'),
    talk: duration('talk'),
    hold: duration('hold'),
    wrap: duration('wrap'),
    rep: optional(contact.rep, (source) => namedKeyReader(source, cells, at('rep')), null),
    reason: optional(contact.reason, (source) => reasonReader(source, cells, at('reason')), null),
    account: optional(contact.account, (source) => namedKeyReader(source, cells, at('account')), null),
    resolved: optional(contact.resolved, (source) => yesNoReader(source, cells, at('resolved')), null),
    note: optional(contact.note, (source) => textReader(source, cells, at('note')), ''),
  };

  return (row, attempt, now) => {
    const before = attempt.faults.length;
    const start = attempt.read(() => read.span.start(row)) ?? undefined;
    const seconds = (field: 'menu' | 'wait' | 'talk' | 'hold' | 'wrap') =>
      attempt.read(() => read[field](row, start)) ?? null;
    const [menu, wait, talk, hold, wrap] = (['menu', 'wait', 'talk', 'hold', 'wrap'] as const).map(seconds);
    const partsMilliseconds = 1000 * ((menu ?? 0) + (wait ?? 0) + (talk ?? 0) + (hold ?? 0));
    const end = attempt.read(() => read.span.end(row, start));
    const startedAt = start ?? (typeof end === 'number' ? end - partsMilliseconds : undefined);
    const endedAt = end ?? (startedAt === undefined ? undefined : startedAt + partsMilliseconds);
    const facts = {
      channel: attempt.read(() => read.channel(row)),
      direction: attempt.read(() => read.direction(row)),
      purpose: attempt.read(() => read.purpose(row)),
      outcome: attempt.read(() => read.outcome(row)),
      startedAt,
      endedAt,
      waitSeconds: wait ?? null,
      talkSeconds: talk ?? null,
      holdSeconds: hold ?? null,
      wrapSeconds: wrap ?? null,
      resolved: attempt.read(() => read.resolved(row)) ?? null,
    };
    const rest = attempt.read(() => ({
      externalId: read.externalId(row) || null,
      rep: read.rep(row),
      reason: read.reason(row),
      account: read.account(row),
      note: read.note(row),
    }));
    if (attempt.faults.length > before || !rest || !isWhole(facts)) return undefined;
    judge(facts, contact, attempt, { now, written: (column) => cells.written(column, row) });
    return attempt.faults.length > before ? undefined : { ...rest, ...facts };
  };
}

function shortText(source: TextSource, cells: CellReader, usedBy: string): (row: Cells) => string {
  const read = textReader(source, cells, usedBy);
  return (row) => short(read(row), 'column' in source ? source.column : null);
}

type WholeFacts = ContactFacts &
  Pick<ContactDraft, 'waitSeconds' | 'talkSeconds' | 'holdSeconds' | 'wrapSeconds' | 'resolved'>;

const isWhole = (facts: Record<keyof WholeFacts, unknown>): facts is WholeFacts =>
  facts.startedAt !== undefined &&
  facts.endedAt !== undefined &&
  contactChannels.some((channel) => channel === facts.channel);

/** What the row says must not contradict itself, by the same rule as for contacts that people log. */
function judge(
  facts: WholeFacts,
  contact: ContactPreset,
  attempt: Attempt,
  { now, written }: { readonly now: number; readonly written: (column: string | null) => string },
): void {
  for (const { path: field, code: rule, message } of contactFaults(facts)) {
    const column = columnOf(contact, field);
    const value = shownValue(written(column));
    attempt.faults.push({ column, code: 'contradiction', value, message: `(${field}) ${message}`, rule });
  }
  const { startedAt, endedAt } = facts;
  const add = (
    field: 'startedAt' | 'endedAt',
    code: 'in-the-future' | 'out-of-range',
    message: string,
    rule: Pick<RowFault, 'rule' | 'values'> = {},
  ) => {
    const column = columnOf(contact, field);
    attempt.faults.push({ column, code, value: shownValue(written(column)), message, ...rule });
  };
  if (endedAt > now + latestAheadMilliseconds) add('startedAt', 'in-the-future', 'lies in the future');
  if (startedAt < earliest) add('startedAt', 'out-of-range', 'lies before 1900', { rule: 'years' });
  const most = contact.longestHours;
  const tooLong = `makes the contact last longer than ${most} hours (contact.longestHours)`;
  if (endedAt - startedAt > most * 3_600_000)
    add('endedAt', 'out-of-range', tooLong, { rule: 'hours', values: { most } });
}

function spanReader(
  { startedAt, endedAt }: ContactPreset,
  { moments }: { moments: MomentReader },
): { start: ReadMoment; end: ReadMoment } {
  const none: ReadMoment = () => null;
  const start = startedAt && moments.moment(startedAt, 'contact.startedAt');
  const end = endedAt && moments.moment(endedAt, 'contact.endedAt');
  return {
    start: start ? needMoment(start, momentColumn(startedAt) ?? '') : none,
    // A row may lack its end where the start and the parts give it, but not both.
    end: end ? (start ? end : needMoment(end, momentColumn(endedAt) ?? '')) : none,
  };
}

/** The column behind a field, where it is a single one. */
function columnOf(contact: ContactPreset, field: keyof ContactFacts): string | null {
  if (field === 'startedAt' || field === 'endedAt')
    return momentColumn(contact[field]) ?? momentColumn(contact.startedAt);
  const durations: Partial<Record<keyof ContactFacts, DurationSource>> = {
    waitSeconds: contact.wait,
    talkSeconds: contact.talk,
    holdSeconds: contact.hold,
  };
  const source =
    field === 'resolved' || field === 'channel' || field === 'direction' || field === 'purpose' || field === 'outcome'
      ? contact[field]
      : durations[field];
  return typeof source === 'object' && 'column' in source ? source.column : null;
}
