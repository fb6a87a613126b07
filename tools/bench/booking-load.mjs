import { planExams } from '../../libs/domain/dist/index.js';
import { round } from './table.mjs';

const hour = 3_600_000;
const day = 24 * hour;
const firstDay = Date.UTC(2026, 1, 2);
const assessorCount = 20;
const slotsADay = 12;
const examMs = hour * (2 / 3);

/** The same numbers at each run. */
function drawing() {
  let state = 1;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Reps of teams that one assessor each leads and does not examine; one day in ten is a day off, one in ten a half. */
function department(candidateCount, load) {
  const share = drawing();
  const dayCount = Math.ceil(candidateCount / load / (assessorCount * slotsADay * 0.85));
  const days = Array.from({ length: dayCount }, (_, n) => firstDay + (n + 2 * Math.floor(n / 5)) * day);
  const open = (at) => {
    const [morning, afternoon] = [9, 13].map((from) => ({ fromMs: at + from * hour, toMs: at + (from + 4) * hour }));
    const drawn = share();
    return drawn < 0.1 ? [] : drawn < 0.15 ? [morning] : drawn < 0.2 ? [afternoon] : [morning, afternoon];
  };
  const id = (n) => `assessor ${String(n).padStart(2, '0')}`;
  return {
    ...{ examMs, gridMs: 300_000, perDay: 4, booked: [], busy: [] },
    assessors: Array.from({ length: assessorCount }, (_, n) => ({
      ...{ id: id(n), load: 0 },
      days: days.map((at) => ({ on: new Date(at).toISOString().slice(0, 10), open: open(at) })),
    })),
    candidates: Array.from({ length: candidateCount }, (_, n) => ({
      ...{ id: `candidate ${n}`, staffId: `rep ${n}`, fromMs: days[0], untilMs: days.at(-1) + day },
      ...{ open: days.flatMap(open), notBy: [id(n % assessorCount)] },
    })),
  };
}

/** Each candidate, in order, takes the first slot of an allowed assessor that would do, and nobody moves. */
function plainPass({ assessors, candidates }) {
  const slots = assessors.flatMap(({ id, days }) =>
    days.flatMap(({ open }) =>
      open.flatMap(({ fromMs, toMs }) =>
        Array.from({ length: Math.floor((toMs - fromMs) / examMs) }, (_, n) => ({ id, startMs: fromMs + n * examMs })),
      ),
    ),
  );
  slots.sort((a, b) => a.startMs - b.startMs);
  const taken = new Set();
  const loads = new Map(assessors.map(({ id }) => [id, 0]));
  let unplaced = 0;
  for (const { open, notBy } of candidates) {
    const fits = ({ startMs }) => open.some(({ fromMs, toMs }) => fromMs <= startMs && startMs + examMs <= toMs);
    const slot = slots.find((one) => !taken.has(one) && !notBy.includes(one.id) && fits(one));
    if (!slot) unplaced += 1;
    else {
      taken.add(slot);
      loads.set(slot.id, loads.get(slot.id) + 1);
    }
  }
  return { unplaced, spread: Math.max(...loads.values()) - Math.min(...loads.values()), slots: slots.length };
}

function timed(run) {
  const start = performance.now();
  const result = run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function measure(input) {
  const plain = timed(() => plainPass(input));
  const planned = timed(() => planExams(input));
  const loads = Map.groupBy(planned.result.placements, ({ assessorId }) => assessorId);
  const counts = input.assessors.map(({ id }) => loads.get(id)?.length ?? 0);
  return {
    slots: round(plain.result.slots),
    'plain pass, s': round(plain.seconds, 2),
    'planner, s': round(planned.seconds, 2),
    ratio: round(planned.seconds / plain.seconds, 2),
    'without a place, plain pass': round(plain.result.unplaced),
    'without a place, planner': round(planned.result.unplaced.length),
    'busiest less least busy, plain pass': round(plain.result.spread),
    'busiest less least busy, planner': round(Math.max(...counts) - Math.min(...counts)),
  };
}

const [candidates, load] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measure(department(candidates, load))));
