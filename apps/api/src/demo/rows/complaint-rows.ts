import { repeatWithinDays } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import type { Rep } from '../company/company.js';
import { teamAt } from '../traffic/attribution.js';
import { courseUntil, type Step } from '../traffic/complaint-course.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import type { Roster } from '../traffic/roster.js';
import { clockRows } from './clock-rows.js';
import { instant, json, type Row } from './row.js';
import { ComplaintWork } from './complaint-work-rows.js';
import {
  furtherOptionsTold,
  inOurWords,
  remediesGiven,
  remediesSought,
  type Said,
  skipReasons,
  stepNotes,
} from './words.js';

const dayMs = 86_400_000;

/** Writes complaints in the order of their receipt, numbered from 1. */
export class ComplaintRows {
  readonly complaints: Row[] = [];
  readonly steps: Row[] = [];
  readonly clocks: Row[] = [];
  private readonly work: ComplaintWork;
  private readonly lastOf = new Map<string, { readonly id: string; readonly atMs: number }>();

  constructor(
    private readonly draw: Draw,
    private readonly roster: Roster,
    private readonly nowMs: number,
    private readonly clockDraw: Draw,
  ) {
    this.work = new ComplaintWork(draw, nowMs);
  }

  get notes(): readonly Row[] {
    return this.work.notes;
  }
  get handovers(): readonly Row[] {
    return this.work.handovers;
  }
  get causes(): readonly Row[] {
    return this.work.causes;
  }
  get actions(): readonly Row[] {
    return this.work.actions;
  }

  add(contact: ContactDraft): void {
    const { complaint, reason, rep, startedMs, endedMs } = contact;
    if (!complaint || !reason || !rep) return;
    const { draw } = this;
    const id = draw.id(endedMs);
    const owner = this.owner(contact, rep);
    const course = courseUntil(draw, startedMs, endedMs, this.nowMs);
    const isClosed = course.findLast(({ step }) => step === 'closed' || step === 'reopened')?.step === 'closed';
    const isZh = contact.person ? contact.person.language === 'zh' : true;
    const concerned = complaint.about?.rep ?? null;
    const taken = (wanted: Step['step']) => course.some(({ step, isSkipped }) => step === wanted && !isSkipped);
    const told: Told = {
      severity: draw.weighted(severities, ([, weight]) => weight)[0],
      impact: draw.weighted(impacts, ([, weight]) => weight)[0],
      needForAction: draw.weighted(needs, ([, weight]) => weight)[0],
      decision: draw.weighted(decisions, ([, weight]) => weight)[0],
      closing: draw.weighted(closings, ([, weight]) => weight)[0],
      furtherOptions: said(draw, furtherOptionsTold, isZh),
    };
    const isRejected = isClosed && told.closing === 'rejected';
    this.complaints.push({
      ...{ id, number: this.complaints.length + 1, contact_id: contact.id, first_received_at: instant(startedMs) },
      ...{ about_contact_id: complaint.about?.id ?? null, rep_concerned_id: concerned?.id ?? null },
      team_concerned_id: concerned ? (teamAt(concerned, complaint.about?.endedMs ?? endedMs)?.id ?? null) : null,
      summary: isZh ? reason.plan.saidZh : reason.plan.saidEn,
      remedy_sought: said(draw, remediesSought, isZh),
      remedy_given: isClosed ? inOurWords(draw.pick(remediesGiven)) : '',
      severity: taken('assessed') || draw.chance(0.5) ? told.severity : null,
      impact: taken('assessed') ? told.impact : null,
      need_for_action: taken('assessed') ? told.needForAction : null,
      ...{ found_by_us: complaint.foundByUs, owner_id: owner.id },
      decision: taken('decided') ? told.decision : null,
      closing: isClosed ? told.closing : null,
      further_options: isRejected ? told.furtherOptions : '',
      repeat_of: this.repeatOf(contact, id),
      ...{ created_by: rep.signInId, created_at: instant(endedMs) },
    });
    const stepRows = course.map((step) => this.stepRow(id, step, owner, told));
    this.steps.push(...stepRows);
    this.work.add({ id, contact, owner, isZh, steps: stepRows });
    this.clocks.push(...clockRows(this.clockDraw, id, course));
  }

  /** Who received it, if of the department that answers for it; else somebody there. */
  private owner({ reason, endedMs }: ContactDraft, rep: Rep): Rep {
    const department = teamAt(rep, endedMs)?.department;
    if (!reason || reason.department === department) return rep;
    return this.roster.whoTakes(this.draw, reason.department, reason, endedMs);
  }

  private repeatOf({ account, reason, endedMs }: ContactDraft, id: string): string | null {
    if (!account || !reason) return null;
    const matter = `${account.id} ${reason.id}`;
    const last = this.lastOf.get(matter);
    this.lastOf.set(matter, { id, atMs: endedMs });
    return last && endedMs - last.atMs <= repeatWithinDays * dayMs ? last.id : null;
  }

  private stepRow(complaintId: string, { step, atMs, isSkipped }: Step, owner: Rep, told: Told): Row {
    const known = isSkipped ? undefined : stepNotes[step];
    const note = known && this.draw.chance(0.6) ? inOurWords(this.draw.pick(known)) : '';
    return {
      ...{ id: this.draw.id(atMs), complaint_id: complaintId, step, at: instant(atMs), note },
      skipped_reason: isSkipped ? inOurWords(this.draw.pick(skipReasons)) : null,
      told: json(isSkipped ? {} : toldBy(step, told)),
      ...{ by_sign_in_id: owner.signInId, recorded_at: instant(atMs) },
    };
  }
}

type Told = Readonly<
  Record<'severity' | 'impact' | 'needForAction' | 'decision' | 'closing' | 'furtherOptions', string>
>;

function toldBy(step: Step['step'], told: Told): Readonly<Record<string, string>> {
  const { severity, impact, needForAction, decision, closing, furtherOptions } = told;
  if (step === 'assessed') return { severity, impact, needForAction };
  if (step === 'decided') return { decision };
  if (step === 'closed') return closing === 'rejected' ? { closing, furtherOptions } : { closing };
  return {};
}

const said = (draw: Draw, words: readonly Said[], isZh: boolean) => draw.pick(words)[isZh ? 1 : 0];

const severities = [
  ['small', 55],
  ['money', 30],
  ['stopped-work', 15],
] as const;
const impacts = [
  ['one-customer', 78],
  ['several-customers', 17],
  ['many-customers', 5],
] as const;
const needs = [
  ['at-once', 22],
  ['planned', 48],
  ['none', 30],
] as const;
const decisions = [
  ['upheld', 58],
  ['partly', 22],
  ['not', 20],
] as const;
const closings = [
  ['accepted', 76],
  ['rejected', 9],
  ['withdrawn', 5],
  ['no-reply', 10],
] as const;
