import type {
  BookingInput,
  BookingPlan,
  ExamAssessor,
  ExamCandidate,
  ExamPlacement,
  UnplacedExamReason,
} from './booking-plan.js';
import { EvenLoad } from './booking-load.js';
import { ExamSlots, hasAny, overlaps, withoutBusy } from './booking-slots.js';

/**
 * Books exams: who may be examined in which slot of which assessor. As many are placed as can be; no other plan with as
 * many loads the assessors more evenly, what they have already counted in; earlier days come first, some exams a day.
 * Who both examines and is examined comes first, one by one: their own exam is then no time in which they examine. What
 * is booked stays. The same input, in whatever order, gives the same plan.
 */
export function planExams(input: BookingInput): BookingPlan {
  const assessors = input.assessors.toSorted(byId);
  const isBooked = new Set(input.booked.map(({ candidateId }) => candidateId));
  const busy = [
    ...input.busy,
    ...input.booked.flatMap(({ staffId, assessorIds, fromMs, toMs }) =>
      [staffId, ...assessorIds].map((id) => ({ staffId: id, fromMs, toMs })),
    ),
  ];
  const busyOf = Map.groupBy(busy, ({ staffId }) => staffId);
  const slots = new ExamSlots({ ...input, assessors }, (staffId) => busyOf.get(staffId) ?? []);
  const load = new EvenLoad(
    slots,
    assessors.map(({ id, load: had }) => had + input.booked.filter((exam) => exam.assessorIds.includes(id)).length),
  );
  const examines = new Set(assessors.map(({ id }) => id));
  const waiting = input.candidates.filter(({ id }) => !isBooked.has(id)).toSorted(byUrgency);
  const rows = waiting.map((candidate) => {
    const { staffId, fromMs, untilMs, open, notBy } = candidate;
    const spans = withoutBusy(open, busyOf.get(staffId) ?? []).flatMap((span) => {
      const within = { fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, untilMs) };
      return within.fromMs < within.toMs ? [within] : [];
    });
    return { candidate, fits: slots.fitting(spans, new Set([staffId, ...notBy])) };
  });
  const seats: { row: (typeof rows)[number]; slot: number }[] = [];
  for (const row of rows.filter(({ candidate }) => examines.has(candidate.staffId))) {
    const { staffId } = row.candidate;
    const examining = seats
      .filter(({ slot }) => slots.assessorOf(slot) === staffId)
      .map(({ slot }) => slots.span(slot));
    const slot = load.placeAlone(row.fits, (one) => !examining.some((span) => overlaps(span, slots.span(one))));
    if (slot === undefined) continue;
    seats.push({ row, slot });
    load.close((one) => slots.assessorOf(one) === staffId && overlaps(slots.span(one), slots.span(slot)));
  }
  const others = rows.filter(({ candidate }) => !examines.has(candidate.staffId));
  for (const [n, slot] of load.place(others.map(({ fits }) => fits)).entries()) {
    const row = others[n];
    if (slot >= 0 && row) seats.push({ row, slot });
  }
  const isSeated = new Set(seats.map(({ row }) => row));
  return {
    placements: seats
      .map(({ row, slot }): ExamPlacement => ({ candidateId: row.candidate.id, ...slots.place(slot) }))
      .toSorted((a, b) => a.startMs - b.startMs || (a.candidateId < b.candidateId ? -1 : 1)),
    unplaced: rows
      .filter((row) => !isSeated.has(row))
      .map(({ candidate, fits }) => ({ candidateId: candidate.id, why: whyUnplaced(candidate, fits, assessors) }))
      .toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1)),
  };
}

function whyUnplaced(
  { staffId, notBy }: ExamCandidate,
  fits: Int32Array,
  assessors: readonly ExamAssessor[],
): UnplacedExamReason {
  if (hasAny(fits)) return 'no-slot-left';
  const isRefused = assessors.every(({ id }) => id === staffId || notBy.includes(id));
  return isRefused ? 'no-assessor' : 'no-common-hours';
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Whose time ends first has the first choice. */
const byUrgency = (a: { id: string; untilMs: number }, b: { id: string; untilMs: number }) =>
  a.untilMs - b.untilMs || byId(a, b);
