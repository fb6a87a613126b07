import { Draw } from '../../planning/testing/draw.js';
import type { Span } from '../../planning/plan.js';
import type { BookingInput } from '../booking-plan.js';

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const firstDay = Date.UTC(2026, 10, 2);

/**
 * A department to be examined, drawn from a seed: leave, part-time hours, own teams, exams that stand, and now and then
 * too few slots, an assessor who is hardly ever there, or somebody whom nobody may examine.
 */
export function randomExams(seed: number): BookingInput {
  const draw = new Draw(seed);
  const days = Array.from({ length: draw.from(1, 6) }, (_, n) => firstDay + n * dayMs);
  const examMs = draw.one([20, 30, 40, 45]) * minute;
  const workday = (day: number): Span[] => {
    const begin = day + draw.one([8, 9, 9, 9.5]) * 60 * minute;
    const lunch = day + 12 * 60 * minute;
    const parts = [
      { fromMs: begin, toMs: lunch },
      { fromMs: lunch + 60 * minute, toMs: day + draw.one([15, 17, 18]) * 60 * minute },
    ];
    return draw.share() < 0.15 ? draw.one([[], parts.slice(0, 1), parts.slice(1)]) : parts;
  };
  const assessors = Array.from({ length: draw.from(1, 6) }, (_, n) => {
    const isSeldom = draw.share() < 0.2;
    const here = days.filter(() => draw.share() < (isSeldom ? 0.3 : 0.9));
    return {
      ...{ id: `assessor-${n}`, load: draw.share() < 0.3 ? draw.from(1, 4) : 0 },
      days: here.map((day) => ({ on: new Date(day).toISOString().slice(0, 10), open: workday(day) })),
    };
  });
  const count = draw.from(4, 60);
  const candidates = Array.from({ length: count }, (_, n) => {
    const leader = assessors[n % 7];
    return {
      // Some examine as well.
      ...{ id: `candidate-${n}`, staffId: draw.share() < 0.04 ? draw.one(assessors).id : `rep-${n}` },
      ...{ fromMs: draw.one(days), untilMs: (days.at(-1) ?? 0) + dayMs },
      open: days.filter(() => draw.share() < 0.8).flatMap(workday),
      notBy: draw.share() < 0.02 ? assessors.map(({ id }) => id) : leader && draw.share() < 0.8 ? [leader.id] : [],
    };
  }).filter(({ staffId }, n, all) => all.findIndex((other) => other.staffId === staffId) === n);
  const span = (length: number): Span => {
    const fromMs = draw.one(days) + draw.from(8 * 12, 16 * 12) * 5 * minute;
    return { fromMs, toMs: fromMs + length };
  };
  return {
    ...{ examMs, gridMs: 5 * minute, perDay: draw.from(1, 5), candidates, assessors },
    booked: candidates
      .filter(() => draw.share() < 0.08)
      .map(({ id, staffId }) => ({
        ...{ candidateId: id, staffId, ...span(examMs) },
        assessorIds: assessors
          .map((one) => one.id)
          .filter((one) => one !== staffId)
          .slice(0, 1),
      })),
    busy: [...candidates.map(({ staffId }) => staffId), ...assessors.map(({ id }) => id)]
      .filter(() => draw.share() < 0.3)
      .map((staffId) => ({ staffId, ...span(draw.from(1, 12) * 20 * minute) })),
  };
}
