import { bySignIn } from '../by-sign-in.js';

/** Where one kind of thing is found that happens with an account; `told` is what is shown of it, for a JSON object. */
export interface Source {
  readonly table: string;
  readonly id: string;
  readonly at: string;
  readonly where: string;
  readonly told: string;
}

const zone = '(SELECT zone FROM organisation)';
const today = `(now() AT TIME ZONE ${zone})::date`;
/** Where a thing that has only a day stands among those that have a time. */
const noonOf = (day: string) => `(${day} + time '12:00') AT TIME ZONE ${zone}`;
const staffOf = (column: string) =>
  `(SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.id = ${column})`;

/**
 * Our regular calls: planned, missed, moved, made. One that was made stands as its contact where everything is shown, so
 * it is told here only when calls are asked for alone.
 */
export function callSources(account: string, inside: string, isAlone: boolean): Source[] {
  const calls = { table: 'planned_call x', id: 'x.id' };
  const of = `x.account_id = ${account} AND ${inside}`;
  const moved = 'planned_call_move m JOIN planned_call x ON x.id = m.planned_call_id';
  return [
    {
      ...{ ...calls, at: `coalesce(x.slot_at, ${noonOf('x.due_on')})`, where: `${of} AND x.state = 'planned'` },
      told: `'what', 'planned', 'isAhead', true, 'by', ${staffOf('x.staff_id')},
        'onDay', CASE WHEN x.slot_at IS NULL THEN x.due_on END`,
    },
    {
      ...{ ...calls, at: 'x.ended_at', where: `${of} AND x.state = 'missed'` },
      told: `'what', 'missed', 'by', ${staffOf('x.staff_id')}, 'dueAt', ${noonOf('x.due_on')}`,
    },
    {
      ...{ table: moved, id: 'x.id', at: 'm.at', where: of },
      told: `'what', CASE m.asked_by WHEN 'customer' THEN 'asked' ELSE 'moved' END, 'by', ${bySignIn('m.by_sign_in_id')},
        'why', nullif(m.why, ''),
        'dueAt', coalesce((m.after ->> 'slotAt')::timestamptz, ${noonOf("(m.after ->> 'dueOn')::date")})`,
    },
    ...(isAlone
      ? [
          {
            ...{ ...calls, at: 'x.ended_at', where: `${of} AND x.state = 'reached'` },
            told: `'what', 'reached', 'by', ${staffOf('x.staff_id')}, 'contactId', x.contact_id`,
          },
        ]
      : []),
  ];
}

/**
 * What was promised: made, moved to another time, ended, and when it is due. Everybody who talks with customers knows of the open
 * ones; of the rest those inside and who kept or broke it.
 */
export function promiseSources(account: string, inside: string, own: string): Source[] {
  const isOpen = 'x.kept_at IS NULL AND x.voided_at IS NULL AND x.broken_at IS NULL';
  const isSeen = `(${isOpen} OR x.owner_id = ${own} OR ${inside})`;
  const of = `x.account_id = ${account} AND ${isSeen}`;
  const promises = { table: 'promise x', id: 'x.id' };
  const told = `'text', x.what, 'contactId', x.contact_id`;
  const owner = `'by', ${staffOf('x.owner_id')}`;
  const isBroken = `coalesce(x.kept_at, x.broken_at, now()) > x.due_at`;
  return [
    {
      ...{ ...promises, at: 'x.made_at', where: of },
      told: `${told}, ${owner}, 'what', 'made', 'dueAt', x.original_due_at`,
    },
    {
      ...{ ...promises, at: 'x.due_at', where: `${of} AND x.voided_at IS NULL AND (${isOpen} OR ${isBroken})` },
      told: `${told}, ${owner}, 'what', CASE WHEN ${isBroken} THEN 'broken' ELSE 'due' END, 'isAhead', NOT ${isBroken}`,
    },
    {
      ...{ ...promises, at: 'coalesce(x.kept_at, x.voided_at, x.broken_at)' },
      where: `${of} AND NOT (${isOpen})`,
      told: `${told}, ${owner}, 'why', nullif(x.void_why || x.broken_why, ''), 'what', CASE WHEN x.voided_at IS NOT NULL THEN 'void'
        WHEN x.broken_at IS NOT NULL THEN 'given-up'
        WHEN ${isBroken} THEN 'kept-late' ELSE 'kept' END`,
    },
    {
      ...{ table: 'promise_step m JOIN promise x ON x.id = m.promise_id', id: 'x.id', at: 'm.at' },
      where: `${of} AND m.act = 'renegotiated'`,
      told: `${told}, 'by', ${bySignIn('m.by_sign_in_id')}, 'why', nullif(m.why, ''), 'what', 'renegotiated',
        'dueAt', m.after ->> 'dueAt'`,
    },
  ];
}

/** What they were taught, and what they are to be taught; what they expect since is for those inside. */
export const trainingSource = (account: string, inside: string): Source => ({
  ...{ table: 'training_session x', id: 'x.id', at: noonOf('x.held_on') },
  where: `x.account_id = ${account} AND x.voided_at IS NULL`,
  told: `'text', x.topic, 'by', ${staffOf('x.trainer_id')}, 'onDay', x.held_on, 'isAhead', x.held_on > ${today},
    'what', CASE WHEN x.held_on > ${today} THEN 'planned' ELSE 'held' END,
    'why', CASE WHEN ${inside} THEN nullif(x.expectation, '') END`,
});
