import type { AppraisalText } from '@forecall/contracts';
import {
  addDays,
  type Assignment,
  type CyclePeriod,
  highestRating,
  lastPeriod,
  localDay,
  startOfDay,
} from '@forecall/domain';
import {
  closePastCycle,
  competenciesOf,
  judgesOfPast,
  openPastCycle,
  type PastAppraisal,
  pastCards,
  type PastCycle,
  type PastStep,
  writePast,
} from '../appraisals/history/past-cycle.service.js';
import type { Sql } from '../platform/database/database.js';
import { Draw } from './chance/draw.js';
import { organisationZone } from './company/company.js';
import { knownStaff } from './company/make-staff.js';
import { appraisalDuties } from './rows/appraisal-duties.js';
import { answerUpward } from './play-upward.js';
import * as words from './rows/appraisal-words.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far those of the running cycle are, each for so many of a hundred; those known by name stand where one sees most. */
const stages = { draft: 30, begun: 15, given: 22, disputed: 4, agreed: 17, signed: 12 } as const;
type Stage = keyof typeof stages | 'decided';

/**
 * Two cycles of a month: the one before last, of supervisors and one team, closed, with nearly all signed; and last
 * month's of the whole company, in which people are at work. The figures are those of the year's rows.
 */
export async function playAppraisals(sql: Sql, seed: number, nowMs: number): Promise<void> {
  const draw = new Draw(seed).stream('appraisals');
  const boss = await sql.first<{ signInId: string; staffId: string }>(
    `SELECT i.id AS "signInId", i.staff_id AS "staffId" FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE s.name = $1`,
    [knownStaff.executive],
  );
  const first = await sql.first<{ id: string }>(
    `SELECT l.team_id AS id FROM leadership l JOIN staff s ON s.id = l.staff_id WHERE s.name = $1`,
    [knownStaff.supervisor],
  );
  if (!boss) return;
  const running = lastPeriod('month', localDay(new Date(nowMs), organisationZone));
  const closed = lastPeriod('month', addDays(running.to, -1));
  for (const period of [closed, running]) {
    const isRunning = period === running;
    const startMs = startOfDay(period.to, organisationZone).getTime();
    const cycle: PastCycle = {
      ...{ id: draw.id(startMs), kind: 'month', period, zone: organisationZone, by: boss.signInId },
      openedAt: new Date(Math.min(startMs + 9 * hourMs, nowMs)),
      writeBy: isRunning ? addDays(localDay(new Date(nowMs), organisationZone), 7) : addDays(period.to, 15),
      closedAt: isRunning ? null : new Date(startMs + 26 * dayMs),
    };
    const isFirst = ({ kind, teamId }: Assignment) => kind === 'supervisor' || teamId === first?.id;
    const appraisals = await openPastCycle(
      sql,
      cycle,
      () => draw.id(startMs),
      (one) => isRunning || isFirst(one),
    );
    const [judges, cards] = [new Judges(sql), pastCards(sql)];
    const stageOf = (one: PastAppraisal) => (isRunning ? runningStage(one, draw, isFirst(one)) : closedStage(draw));
    for (const one of appraisals)
      await write(sql, one, stageOf(one), { period, startMs, nowMs, isClosed: !isRunning, draw, judges, cards });
    await closePastCycle(sql, cycle);
    await answerUpward(sql, cycle.id, draw, isRunning ? 0.5 : 0.85);
    if (isRunning) await appraisalDuties(sql, cycle, nowMs);
  }
  await sql.change('ANALYZE appraisal, appraisal_step, appraisal_figure, appraisal_goal');
}

/** Where they have done it before they are further. */
function runningStage({ kind, subject }: PastAppraisal, draw: Draw, isFirst: boolean): Stage {
  const drawn = draw.weighted(Object.keys(stages) as (keyof typeof stages)[], (name) => stages[name]);
  if (!isFirst && draw.chance(0.8)) return draw.chance(0.6) ? 'draft' : 'begun';
  if (kind === 'rep' && subject === knownStaff.billingRep) return 'given';
  return kind === 'supervisor' && subject === knownStaff.supervisor ? 'given' : drawn;
}

const closedStage = (draw: Draw): Stage => (draw.chance(0.03) ? 'begun' : draw.chance(0.04) ? 'decided' : 'signed');

interface Told {
  readonly period: CyclePeriod;
  readonly startMs: number;
  readonly nowMs: number;
  readonly isClosed: boolean;
  readonly draw: Draw;
  readonly judges: Judges;
  readonly cards: ReturnType<typeof pastCards>;
}

/** Who signs, looked up once for all that one person wrote in a department. */
class Judges {
  private readonly known = new Map<string, string>();

  constructor(private readonly sql: Sql) {}

  async of(one: PastAppraisal): Promise<string> {
    const key = `${one.departmentId} ${one.appraiserId}`;
    const judge = this.known.get(key) ?? (await judgesOfPast(this.sql, one))[0] ?? one.appraiserId;
    this.known.set(key, judge);
    return judge;
  }
}

async function write(sql: Sql, one: PastAppraisal, stage: Stage, told: Told): Promise<void> {
  if (stage === 'draft') return;
  const { draw, period, startMs } = told;
  const isChinese = /\p{Script=Han}/u.test(one.subject);
  const say = (pairs: readonly (readonly [string, string])[]) => draw.pick(pairs)[isChinese ? 1 : 0];
  const steps = await stepsOf(one, stage, told, say);
  const card = steps.length > 0 || told.isClosed ? await told.cards(one, period) : null;
  const given = steps[0]?.at ?? new Date(Math.min(startMs + 3 * dayMs, told.nowMs));
  await writePast(sql, one, {
    ...{ text: textOf(one, card, stage, { draw, period, say }), card: card && { ...card, asOf: given.toISOString() } },
    answerBy: steps[0] ? addDays(localDay(given, organisationZone), 5) : null,
    ...{ savedAt: given, steps },
  });
}

type Say = (pairs: readonly (readonly [string, string])[]) => string;

/** Each some days after the one before, and none in the future. */
async function stepsOf(one: PastAppraisal, stage: Stage, told: Told, say: Say): Promise<PastStep[]> {
  if (stage === 'begun' || stage === 'draft') return [];
  const { draw, startMs, nowMs } = told;
  let atMs = startMs + draw.between(2, 8) * dayMs;
  const next = () => new Date(Math.min((atMs += draw.between(0.5, 2) * dayMs), nowMs));
  const judge = await told.judges.of(one);
  const steps: PastStep[] = [{ step: 'given', at: next(), by: one.appraiserId }];
  if (stage === 'given') return steps;
  const isDisputed = stage === 'disputed' || stage === 'decided';
  steps.push(
    isDisputed
      ? { step: 'disputed', at: next(), by: one.subjectId, note: say(words.disputes) }
      : { step: 'agreed', at: next(), by: one.subjectId, note: say(words.agreements) },
  );
  if (stage === 'decided') {
    const changes = [{ of: 'competencies', id: competenciesOf(one.kind)[2]?.id ?? '', before: 2, after: 3 }];
    steps.push({ step: 'decided', at: next(), by: judge, note: say(words.decisions), data: { changes } });
  }
  if (stage === 'signed' || stage === 'decided') steps.push({ step: 'signed', at: next(), by: judge });
  return steps;
}

function textOf(
  one: PastAppraisal,
  card: Awaited<ReturnType<ReturnType<typeof pastCards>>> | null,
  stage: Stage,
  { draw, period, say }: { draw: Draw; period: CyclePeriod; say: Say },
): AppraisalText {
  const scores = (card?.lines ?? []).flatMap(({ line }) => (line.score === null ? [] : [line]));
  const ratingOf = (score: number) =>
    Math.min(highestRating, Math.max(1, Math.round(1.6 + score / 33 + draw.between(-0.6, 0.6))));
  const rated = scores.map(({ indicator, score }) => [indicator.id, { rating: ratingOf(score ?? 50), comment: '' }]);
  const competencies = competenciesOf(one.kind).map(({ id }, place) => {
    const rating = stage === 'decided' && place === 2 ? 3 : draw.whole(stage === 'disputed' ? 2 : 3, 5);
    return [id, { rating, comment: draw.chance(0.3) ? say(one.kind === 'rep' ? words.praise : words.ofLeaders) : '' }];
  });
  const isWeak = (card?.total.score ?? 60) < 45;
  const comment = one.kind === 'supervisor' ? words.ofLeaders : isWeak ? words.wanting : words.steady;
  return {
    indicators: Object.fromEntries(rated) as AppraisalText['indicators'],
    competencies: Object.fromEntries(
      stage === 'begun' ? competencies.slice(0, 2) : competencies,
    ) as AppraisalText['competencies'],
    comment: stage === 'begun' ? '' : say(comment),
    goals: draw.chance(0.4)
      ? [{ id: draw.id(0), text: say(words.goals), dueOn: addDays(period.to, draw.whole(40, 75)) }]
      : [],
  };
}
