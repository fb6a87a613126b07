import type { RubricText } from '@forecall/contracts';
import { addDays, endOfDay, itemsOf, localDay, type Marks, pointsOf, scoreOf, startOfDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Leader, organisationZone } from '../company/company.js';
import { instant, json, type Row, type TableRows, whole } from './row.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** One a week, and one that is being marked. */
const closedSessions = 44;
const names = [
  'Call, card charged twice',
  'Call, invoice without order number',
  'Call, promised refund is late',
  'Role play, the furious customer',
  'Call, wrong terminal delivered',
  'Call, asks for the manager',
  'Call, contract was not cancelled',
  'Role play, the professor',
] as const;

/** How far each assessor, in their order, is moved from what is right: above 0 gives more. */
const leans = [0, 0.16, -0.04, -0.12, 0.03, 0];

interface Told {
  readonly departmentId: string;
  readonly rubricVersionId: string;
  readonly rubric: RubricText;
  /** Makes them and gives the reference. */
  readonly head: Leader;
  readonly assessors: readonly Leader[];
}

/**
 * Gold sessions of one department, a week apart: most items are read alike, two differently, nearly everybody passes one,
 * and of the assessors one is milder and one stricter. The newest is still open.
 */
export function goldRows(told: Told, draw: Draw, nowMs: number): TableRows[] {
  const rows = { sessions: [] as Row[], assessors: [] as Row[], markings: [] as Row[], duties: [] as Row[] };
  const today = localDay(new Date(nowMs), organisationZone);
  for (let n = 0; n <= closedSessions; n++) {
    const isOpen = n === closedSessions;
    const madeOn = addDays(today, isOpen ? -3 : 7 * (n - closedSessions) - 10);
    const dueOn = addDays(madeOn, 7);
    const madeMs = startOfDay(madeOn, organisationZone).getTime() + 9 * hourMs;
    const id = draw.id(madeMs);
    const name = `${n + 1}. ${names[n % names.length] ?? ''}`;
    rows.sessions.push({
      ...{ id, department_id: told.departmentId, rubric_version_id: told.rubricVersionId, name },
      ...{
        created_by: told.head.signInId,
        created_at: instant(madeMs),
        recording: `https://recordings.example/gold/${n + 1}`,
      },
      ...{
        played: '',
        due_on: dueOn,
        closed_at: isOpen ? null : instant(madeMs + 5 * dayMs),
        revision: isOpen ? 1 : 2,
      },
    });
    const right = rightMarks(told.rubric, draw);
    for (const [place, who] of [...told.assessors, told.head].entries()) {
      const isReference = who === told.head;
      rows.assessors.push({ gold_id: id, staff_id: who.id, is_reference: isReference });
      if (isOpen && place !== told.assessors.length - 1) {
        const dueAt = endOfDay(dueOn, organisationZone).getTime();
        rows.duties.push({
          ...{ id: draw.id(madeMs), kind: 'gold-mark', owner_id: who.id, created_by: told.head.signInId },
          ...{ due_at: instant(dueAt), remind_at: instant(dueAt - dayMs), created_at: instant(madeMs) },
          ...{ source_entity: 'gold_session', source_id: id, outcome_note: '', revision: 1 },
          parameters: json({ session: name }),
        });
        continue;
      }
      const marks = isReference ? right : seen(told.rubric, right, leans[place % leans.length] ?? 0, draw);
      const signedMs = Math.min(madeMs + (1 + (place % 4)) * dayMs + place * hourMs, nowMs);
      rows.markings.push(marking(id, who, told.rubric, marks, signedMs, draw));
    }
  }
  return [
    { table: 'gold_session', rows: rows.sessions },
    { table: 'gold_assessor', rows: rows.assessors },
    { table: 'marking', rows: rows.markings },
    { table: 'duty', rows: rows.duties },
  ];
}

/** What the conversation was worth; every fifth item is nearly always at its best. */
function rightMarks(rubric: RubricText, draw: Draw): Marks {
  const marks: Record<string, number> = {};
  for (const [n, item] of itemsOf(rubric).entries()) {
    const points = pointsOf(item);
    const isBest = draw.chance(n % 5 === 2 ? 0.94 : item.kind === 'yes-no' ? 0.75 : 0.5);
    marks[item.id] = points[isBest ? 0 : draw.whole(1, points.length - 1)] ?? 0;
  }
  return marks;
}

/** As an assessor sees it: mostly right, one level off where they lean or the item can be read in two ways. */
function seen(rubric: RubricText, right: Marks, lean: number, draw: Draw): Marks {
  const marks: Record<string, number> = {};
  for (const [n, item] of itemsOf(rubric).entries()) {
    const points = pointsOf(item);
    const place = points.indexOf(Number(right[item.id]));
    const doubt = n % 7 === 4 ? 0.3 : n % 5 === 2 ? 0.03 : 0.08;
    const [better, worse] = [draw.chance(doubt / 2 + Math.max(0, lean)), draw.chance(doubt / 2 + Math.max(0, -lean))];
    const step = Number(worse) - Number(better);
    marks[item.id] = points[Math.min(points.length - 1, Math.max(0, place + step))] ?? 0;
  }
  return marks;
}

function marking(goldId: string, who: Leader, rubric: RubricText, marks: Marks, atMs: number, draw: Draw): Row {
  const { numerator, denominator, failedCritical, state } = scoreOf(rubric, marks);
  return {
    ...{ id: draw.id(atMs), gold_id: goldId, assessor_id: who.id, marks: whole(marks), notes: whole({}) },
    ...{ evidence: whole([]), feedback: '', seconds: 900, begun_at: instant(atMs - 20 * minuteMs) },
    ...{ saved_at: instant(atMs), signed_at: instant(atMs), numerator, denominator },
    ...{ failed_critical: whole(failedCritical), outcome: state, revision: 1 },
  };
}
