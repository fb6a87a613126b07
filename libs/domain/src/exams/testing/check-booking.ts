import type { Span } from '../../planning/plan.js';
import type { BookingInput, BookingPlan, ExamCandidate, ExamPlacement } from '../booking-plan.js';
import { examBound } from './exam-bound.js';

interface Slot extends Span {
  readonly assessor: number;
  readonly staffId: string;
}

/**
 * What is wrong with a plan of exams, by none of the planner's means: clashes, hours, exclusions, people left out who
 * could have had a place, an uneven load, and a gladly taken slot left free. Nothing: [].
 */
export function bookingFaults(input: BookingInput, plan: BookingPlan): string[] {
  const { placements, unplaced } = plan;
  const faults: string[] = [];
  const candidates = new Map(input.candidates.map((one) => [one.id, one]));
  const booked = new Set(input.booked.map(({ candidateId }) => candidateId));
  const told = [...placements, ...unplaced].map(({ candidateId }) => candidateId);
  const asked = [...candidates.keys()].filter((id) => !booked.has(id));
  if (told.toSorted().join() !== asked.toSorted().join()) faults.push('not everybody once, or what is booked again');

  const diary: { staffId: string; what: string; fromMs: number; toMs: number }[] = [
    ...input.busy.map((span) => ({ ...span, what: 'busy' })),
    ...input.booked.flatMap(({ staffId, assessorIds, fromMs, toMs }) =>
      [staffId, ...assessorIds].map((id) => ({ staffId: id, what: 'booked', fromMs, toMs })),
    ),
  ];
  for (const place of placements) {
    const candidate = candidates.get(place.candidateId);
    const assessor = input.assessors.find(({ id }) => id === place.assessorId);
    if (!candidate || !assessor) {
      faults.push(`${place.candidateId}: unknown`);
      continue;
    }
    const span = { fromMs: place.startMs, toMs: place.startMs + input.examMs };
    const day = assessor.days.find(({ on }) => on === place.on);
    if (!allows(candidate, assessor.id)) faults.push(`${candidate.id}: not by ${assessor.id}`);
    if (!liesIn(span, day?.open ?? [])) faults.push(`${candidate.id}: not in the hours of ${assessor.id}`);
    if (!liesIn(span, candidate.open)) faults.push(`${candidate.id}: not in their own hours`);
    if (span.fromMs < candidate.fromMs || span.toMs > candidate.untilMs) faults.push(`${candidate.id}: out of time`);
    for (const staffId of [candidate.staffId, assessor.id]) {
      const clash = diary.find((one) => one.staffId === staffId && meets(one, span));
      if (clash) faults.push(`${candidate.id}: ${staffId} clashes with ${clash.what}`);
    }
    for (const staffId of [candidate.staffId, assessor.id]) diary.push({ staffId, what: candidate.id, ...span });
  }
  return faults.length > 0 ? faults : [...againstBound(input, plan), ...leftFree(input, placements)];
}

/** The difference of the busiest and the least busy assessor, what they have already counted in. */
export function spreadOf(input: BookingInput, { placements }: BookingPlan): number {
  const loads = loadsOf(input, placements);
  return Math.max(...loads) - Math.min(...loads);
}

const loadsOf = ({ assessors, booked }: BookingInput, placements: readonly ExamPlacement[]) =>
  assessors.map(
    ({ id, load }) =>
      load +
      booked.filter(({ assessorIds }) => assessorIds.includes(id)).length +
      placements.filter(({ assessorId }) => assessorId === id).length,
  );

/** Those who examine as well have gone first: the bound is that of all others beside them. */
function againstBound(input: BookingInput, { placements }: BookingPlan): string[] {
  const { given, places } = othersOf(input, placements);
  const bound = examBound(given);
  const loads = loadsOf(input, placements);
  const [most, least] = [Math.max(...loads), Math.min(...loads)];
  return [
    ...(places < bound.placed ? [`${bound.placed - places} could have had a place`] : []),
    ...(places > bound.placed ? ['more than the bound'] : []),
    ...(most > bound.leastMost ? [`the busiest has ${most}, not ${bound.leastMost}`] : []),
    ...(least < bound.mostLeast ? [`the least busy has ${least}, not ${bound.mostLeast}`] : []),
  ];
}

function othersOf(input: BookingInput, placements: readonly ExamPlacement[]) {
  const examines = new Set(input.assessors.map(({ id }) => id));
  const isFirst = new Set(input.candidates.filter(({ staffId }) => examines.has(staffId)).map(({ id }) => id));
  const first = placements.filter(({ candidateId }) => isFirst.has(candidateId));
  const booked = new Set(input.booked.map(({ candidateId }) => candidateId));
  const staffOf = new Map(input.candidates.map(({ id, staffId }) => [id, staffId]));
  const taken = first.flatMap(({ candidateId, assessorId, startMs }) =>
    [assessorId, staffOf.get(candidateId) ?? ''].map((staffId) => ({
      ...{ staffId, fromMs: startMs, toMs: startMs + input.examMs },
    })),
  );
  const slots = slotsOf(input).filter((slot) => !taken.some((one) => one.staffId === slot.staffId && meets(one, slot)));
  const others = input.candidates.filter(({ id }) => !isFirst.has(id) && !booked.has(id));
  const choices = others.map((candidate) => slots.flatMap((slot, n) => (suits(input, candidate, slot) ? [n] : [])));
  return { given: { load: loadsOf(input, first), slots, choices }, places: placements.length - first.length };
}

/** No exam could go to a better free slot of its assessor: in the first few of a day, on an earlier day, sooner. */
function leftFree(input: BookingInput, placements: readonly ExamPlacement[]): string[] {
  const examines = new Set(input.assessors.map(({ id }) => id));
  const candidates = new Map(input.candidates.map((one) => [one.id, one]));
  const staffOf = (id: string) => candidates.get(id)?.staffId ?? '';
  const slots = slotsOf(input);
  const isFree = (slot: Slot) =>
    !placements.some(
      (place) =>
        (place.assessorId === slot.staffId || staffOf(place.candidateId) === slot.staffId) &&
        meets(slot, { fromMs: place.startMs, toMs: place.startMs + input.examMs }),
    );
  const round = (slot: Slot) => {
    const day = input.assessors[slot.assessor]?.days.find(({ open }) => liesIn(slot, open));
    const before = slots.filter(
      (one) => one.staffId === slot.staffId && one.fromMs < slot.fromMs && liesIn(one, day?.open ?? []),
    );
    return Math.floor(before.length / input.perDay);
  };
  const isBetter = (a: Slot, b: Slot) => round(a) < round(b) || (round(a) === round(b) && a.fromMs < b.fromMs);
  return placements.flatMap(({ candidateId, assessorId, startMs }) => {
    const candidate = candidates.get(candidateId);
    const own = slots.find((slot) => slot.staffId === assessorId && slot.fromMs === startMs);
    if (!candidate || !own) return [`${candidateId}: in no slot`];
    if (examines.has(candidate.staffId)) return [];
    const better = slots.find(
      (slot) => slot.staffId === assessorId && isFree(slot) && suits(input, candidate, slot) && isBetter(slot, own),
    );
    return better ? [`${candidateId}: could be sooner`] : [];
  });
}

/** What is free of an assessor, in exams one after the other. */
function slotsOf({ assessors, examMs, gridMs, busy, booked }: BookingInput): Slot[] {
  return assessors.flatMap(({ id, days }, assessor) => {
    const taken: Span[] = [
      ...busy.filter(({ staffId }) => staffId === id),
      ...booked.filter(({ staffId, assessorIds }) => staffId === id || assessorIds.includes(id)),
    ];
    return days.flatMap(({ open }) => {
      const slots: Slot[] = [];
      const [first, last] = [Math.min(...open.map(({ fromMs }) => fromMs)), Math.max(...open.map(({ toMs }) => toMs))];
      for (let at = Math.ceil(first / gridMs) * gridMs; at < last; at += gridMs) {
        const span = { fromMs: at, toMs: at + examMs };
        if ((slots.at(-1)?.toMs ?? 0) > at || !liesIn(span, open) || taken.some((one) => meets(one, span))) continue;
        slots.push({ ...span, assessor, staffId: id });
      }
      return slots;
    });
  });
}

const suits = ({ busy, booked }: BookingInput, candidate: ExamCandidate, slot: Slot): boolean =>
  allows(candidate, slot.staffId) &&
  liesIn(slot, candidate.open) &&
  slot.fromMs >= candidate.fromMs &&
  slot.toMs <= candidate.untilMs &&
  ![
    ...busy.filter(({ staffId }) => staffId === candidate.staffId),
    ...booked.filter(({ assessorIds }) => assessorIds.includes(candidate.staffId)),
  ].some((one) => meets(one, slot));

const allows = ({ staffId, notBy }: ExamCandidate, assessorId: string) =>
  staffId !== assessorId && !notBy.includes(assessorId);
const liesIn = (span: Span, open: readonly Span[]) =>
  open.some(({ fromMs, toMs }) => fromMs <= span.fromMs && span.toMs <= toMs);
const meets = (a: Span, b: Span) => a.fromMs < b.toMs && b.fromMs < a.toMs;
