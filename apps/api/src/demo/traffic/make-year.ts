import { arrivalTimes } from '../chance/arrivals.js';
import type { Draw } from '../chance/draw.js';
import type { Company, Reason } from '../company/company.js';
import type { ContactDraft } from './contact-draft.js';
import { type Arrival, Conversations } from './conversation.js';
import { type Intensity, intensityUntil, type Stream } from './intensity.js';
import { callBack, ownComplaint, proactiveCalls } from './our-calls.js';
import { surgeAt, type Trouble, troubleUntil } from './trouble.js';
import { Waiting } from './waiting.js';

const hourMs = 3_600_000;

/** Twelve months of contacts up to a moment, in the order of their ends. What has not ended by then is not there yet. */
export function makeYear(company: Company, draw: Draw, nowMs: number): ContactDraft[] {
  const trouble = troubleUntil(nowMs);
  const intensity = intensityUntil(nowMs);
  const extra = surgeOf(intensity, trouble);
  const waiting = new Waiting(intensity.fromMs, company.departments, {
    streams: intensity.streams.map((stream) => ({
      ...stream,
      ratesPerHour: sum(stream.ratesPerHour, extra.get(stream)),
    })),
  });
  const conversations = new Conversations(company, waiting, trouble, draw.stream('conversations'));
  const contacts = arrivals(company, draw.stream('arrivals'), intensity, extra, trouble).flatMap((arrival) =>
    conversations.begin(arrival),
  );
  const ours = draw.stream('our calls');
  const reasons = reasonsOf(company);
  const calledBack = contacts.flatMap((contact) => callBack(ours, conversations.roster, contact) ?? []);
  const proactive = company.accounts
    .filter(({ classes }) => classes.length > 0)
    .flatMap((account) => proactiveCalls(ours, account, reasons, intensity.fromMs, nowMs));
  const theirs = draw.stream('own complaints');
  return [
    ...contacts,
    ...calledBack,
    ...proactive,
    ...proactive.flatMap((contact) => ownComplaint(theirs, conversations.roster, contact) ?? []),
  ]
    .filter(({ endedMs }) => endedMs <= nowMs)
    .sort((a, b) => a.endedMs - b.endedMs || (a.id < b.id ? -1 : 1));
}

const reasonsOf = ({ reasonGroups }: Company): Reason[] => reasonGroups.flatMap(({ reasons }) => reasons);

const sum = (rates: Float64Array, more: Float64Array | undefined) =>
  more ? rates.map((rate, hour) => rate + (more[hour] ?? 0)) : rates;

/** What the trouble brings on top, by the streams of its department. */
function surgeOf({ fromMs, streams }: Intensity, trouble: Trouble): Map<Stream, Float64Array> {
  const own = streams.filter(({ plan }) => plan.name === trouble.department);
  return new Map(
    own.map((stream) => [
      stream,
      stream.ratesPerHour.map((rate, hour) => rate * surgeAt(trouble, fromMs + hour * hourMs)),
    ]),
  );
}

/** Sums of independent Poisson processes are such processes again. */
function arrivals(
  company: Company,
  draw: Draw,
  { fromMs, toMs, streams }: Intensity,
  extra: ReadonlyMap<Stream, Float64Array>,
  trouble: Trouble,
): Arrival[] {
  const troubled = reasonsOf(company).find(({ plan }) => plan.en === trouble.reason) ?? null;
  const drawn = streams.flatMap((stream) => {
    const department = company.departments.find(({ plan }) => plan === stream.plan);
    if (!department) throw new Error(`Nobody takes the contacts of ${stream.plan.name}.`);
    const { region } = stream;
    const usual = arrivalTimes(draw, stream.ratesPerHour, fromMs, toMs).map((atMs) => ({ atMs, reason: null }));
    const more = arrivalTimes(draw, extra.get(stream) ?? new Float64Array(), fromMs, toMs).map((atMs) => ({
      atMs,
      reason: troubled,
    }));
    return [...usual, ...more].map((arrival) => ({ ...arrival, department, region }));
  });
  return drawn.sort((a, b) => a.atMs - b.atMs);
}
