import { addDays, localDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Account, type Company, holds, organisationZone, type Person, type Rep } from '../company/company.js';
import { instant, type Row, type TableRows } from './row.js';
import { trainingFeedback, trainings } from './training-words.js';
import { inOurWords } from './words.js';

const dayMs = 86_400_000;

/** What key accounts were taught in the last year and are to be taught next: seven of ten, some twice. */
export function trainingRows({ accounts }: Company, draw: Draw, nowMs: number): TableRows[] {
  const sessions: Row[] = [];
  const attendance: Row[] = [];
  for (const account of accounts) {
    const trainer = account.care.find((one) => one.part === 'rep' && holds(one, nowMs))?.rep;
    if (!trainer || !account.classes.some((one) => holds(one, nowMs))) continue;
    const days = [
      ...(draw.chance(0.7) ? [-draw.whole(20, 480)] : []),
      ...(draw.chance(0.2) ? [-draw.whole(3, 120)] : []),
      ...(draw.chance(0.12) ? [draw.whole(2, 40)] : []),
    ];
    for (const ahead of days) {
      const session = sessionOf(draw, account, trainer, nowMs, ahead);
      sessions.push(session);
      const people = draw.shuffled(account.people).slice(0, draw.whole(1, 4));
      attendance.push(...people.map((person) => attendanceOf(draw, session, person, ahead)));
    }
  }
  return [
    { table: 'training_session', rows: sessions },
    { table: 'training_attendance', rows: attendance },
  ];
}

/** On a working day; it was written down a week before, or on the day before this one. */
function sessionOf(draw: Draw, account: Account, trainer: Rep, nowMs: number, ahead: number): Row {
  const day = workday(addDays(localDay(new Date(nowMs), organisationZone), ahead), ahead < 0 ? -1 : 1);
  const createdMs = nowMs + Math.min(ahead - 7, -1) * dayMs;
  const words = inOurWords(draw.pick(trainings));
  return {
    ...{ id: draw.id(createdMs), account_id: account.id, topic: words.topic, held_on: day, trainer_id: trainer.id },
    ...{ material: words.material, expectation: ahead < 0 ? words.expectation : '' },
    ...{ created_at: instant(createdMs), created_by: trainer.signInId },
  };
}

function attendanceOf(draw: Draw, session: Row, person: Person, ahead: number): Row {
  const isPresent = ahead > 0 ? null : draw.chance(0.85);
  const score = isPresent && draw.chance(0.8) ? draw.weighted([3, 4, 5] as const, (one) => one - 2) : null;
  const said = score !== null && draw.chance(0.5) ? draw.pick(trainingFeedback[score]) : (['', ''] as const);
  return {
    ...{ session_id: session['id'] ?? '', person_id: person.id, is_present: isPresent, score },
    feedback: said[person.language === 'zh' ? 1 : 0],
  };
}

/** The next day towards a direction that is no weekend. */
function workday(day: string, step: 1 | -1): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workday(addDays(day, step), step) : day;
}
