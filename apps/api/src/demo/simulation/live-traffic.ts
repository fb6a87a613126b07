import { setTimeout as pause } from 'node:timers/promises';
import { addDays, localDay, startOfDay } from '@forecall/domain';
import { Draw } from '../chance/draw.js';
import { organisationZone, type Reason } from '../company/company.js';
import { Conversations } from '../traffic/conversation.js';
import { type Intensity, intensityUntil, type Stream } from '../traffic/intensity.js';
import { surgeAt, type Trouble } from '../traffic/trouble.js';
import { Waiting } from '../traffic/waiting.js';
import { dayKind } from '../traffic/working-day.js';
import type { CallCentre } from './call-centre.js';
import { ContactLogging, type Logged } from './contact-logging.js';
import type { SimulationSettings } from './simulation-settings.js';
import type { Tally } from './tally.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** As many as a busy hall; more wait for their turn, and the run falls behind its speed instead of running away. */
const mostAtOnce = 64;

/** Plays arrivals at the usual rate of this hour, times `speed`, until its time is over or the signal says stop. */
export class LiveTraffic {
  private readonly draw: Draw;
  private readonly intensity: Intensity;
  /** From now to the moment whose arrivals are played. */
  private readonly shiftMs: number;
  private readonly trouble: Trouble | null;
  private readonly troubled: Reason | null;
  private readonly conversations: Conversations;
  private readonly logging: ContactLogging;
  private readonly atWork = new Set<Promise<void>>();

  constructor(
    private readonly centre: CallCentre,
    private readonly settings: SimulationSettings,
    private readonly tally: Tally,
    private readonly beginMs: number,
  ) {
    this.draw = new Draw(settings.seed).stream('live');
    this.intensity = intensityUntil(this.endMs + hourMs);
    this.shiftMs = settings.at === undefined ? 0 : lastWorkingDayAt(settings.at, beginMs) - beginMs;
    this.troubled = settings.trouble === undefined ? null : hardestReason(centre, settings.trouble);
    this.trouble = this.troubled && troubleFrom(this.troubled, beginMs, this.endMs);
    const { company } = centre;
    const waiting = new Waiting(this.intensity.fromMs, company.departments, this.intensity);
    this.conversations = new Conversations(company, waiting, this.trouble, this.draw.stream('conversations'));
    this.logging = new ContactLogging(centre, this.draw.stream('answers'));
  }

  private get endMs(): number {
    return this.beginMs + this.settings.minutes * minuteMs;
  }

  /** When the next contact arrives; null when no more does within the time. */
  nextMs: number | null = null;

  /** Plays all its time, also where nothing arrives; ends when everything that was begun is logged or given up. */
  async play(signal: AbortSignal): Promise<void> {
    const until = (atMs: number) => pause(Math.max(0, atMs - Date.now()), undefined, { signal }).catch(() => undefined);
    const next = (afterMs: number) => afterMs + this.draw.exponential(hourMs / this.ratePerHour(afterMs));
    for (let atMs = next(this.beginMs); ; atMs = next(atMs)) {
      this.nextMs = atMs < this.endMs ? atMs : null;
      await until(Math.min(atMs, this.endMs));
      if (this.nextMs === null) break;
      if (this.atWork.size >= mostAtOnce) await Promise.race(this.atWork);
      if (signal.aborted) break;
      this.begin(atMs);
    }
    await Promise.all(this.atWork);
  }

  private begin(atMs: number): void {
    const stream = this.draw.weighted(this.intensity.streams, (each) => this.streamRate(each, atMs));
    const department = this.centre.company.departments.find(({ plan }) => plan === stream.plan);
    if (!department) return;
    const surge = this.surge(stream, atMs);
    const reason = this.draw.chance(surge / (1 + surge)) ? this.troubled : null;
    const drafts = this.conversations.begin({ atMs, department, region: stream.region, reason });
    const work = this.log(drafts).finally(() => this.atWork.delete(work));
    this.atWork.add(work);
  }

  private async log(drafts: ReturnType<Conversations['begin']>): Promise<void> {
    let before: Logged | undefined;
    try {
      for (const draft of drafts) {
        before = await this.logging.log(draft, before);
        if (before) this.tally.add(before);
      }
    } catch (error) {
      this.tally.fail(error);
    }
  }

  /** Contacts a minute that are to be expected at a moment. */
  perMinute(atMs: number): number {
    return this.ratePerHour(atMs) / 60;
  }

  private ratePerHour(atMs: number): number {
    const { streams } = this.intensity;
    return this.settings.speed * streams.reduce((rate, stream) => rate + this.streamRate(stream, atMs), 0);
  }

  private streamRate(stream: Stream, atMs: number): number {
    const likeMs = atMs + this.shiftMs;
    const hour = Math.floor((likeMs - this.intensity.fromMs) / hourMs);
    return (stream.ratesPerHour[hour] ?? 0) * (1 + this.surge(stream, atMs));
  }

  private surge({ plan }: Stream, atMs: number): number {
    return this.trouble && plan.name === this.trouble.department ? surgeAt(this.trouble, atMs) : 0;
  }
}

/** The last time that a clock in the company's zone showed this time on a working day, a whole day ago at least. */
function lastWorkingDayAt(time: string, nowMs: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const today = localDay(new Date(nowMs), organisationZone);
  for (let days = 1; ; days += 1) {
    const day = addDays(today, -days);
    if (dayKind(day, 'china') !== 'work day') continue;
    return startOfDay(day, organisationZone).getTime() + hours * hourMs + minutes * minuteMs;
  }
}

function hardestReason({ company }: CallCentre, department: string): Reason {
  const own = company.reasonGroups
    .flatMap(({ reasons }) => reasons)
    .filter((reason) => reason.department.plan.name === department);
  return own.reduce((hardest, reason) => (reason.plan.hardness > hardest.plan.hardness ? reason : hardest));
}

/** At once and to the end: the board should turn within minutes. */
const troubleFrom = ({ plan, department }: Reason, fromMs: number, toMs: number): Trouble => ({
  department: department.plan.name,
  reason: plan.en,
  fromMs,
  toMs,
  surge: [0.25, 0.25],
  complaintChance: [0.5, 0.5],
});
