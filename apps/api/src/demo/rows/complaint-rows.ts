import type { Draw } from '../chance/draw.js';
import type { Rep } from '../company/company.js';
import { teamAt } from '../traffic/attribution.js';
import { courseUntil, type Step } from '../traffic/complaint-course.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import type { Roster } from '../traffic/roster.js';
import { clockRows } from './clock-rows.js';
import { instant, type Row } from './row.js';
import { remediesGiven, remediesSought, type Said, stepNotes } from './words.js';

const dayMs = 86_400_000;
const repeatWithinDays = 30;

/** Writes complaints in the order of their receipt, numbered from 1. */
export class ComplaintRows {
  readonly complaints: Row[] = [];
  readonly steps: Row[] = [];
  readonly clocks: Row[] = [];
  private readonly lastOf = new Map<string, { readonly id: string; readonly atMs: number }>();

  constructor(
    private readonly draw: Draw,
    private readonly roster: Roster,
    private readonly nowMs: number,
    private readonly clockDraw: Draw,
  ) {}

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
    const severity = draw.weighted(severities, ([, weight]) => weight)[0];
    this.complaints.push({
      ...{ id, number: this.complaints.length + 1, contact_id: contact.id, first_received_at: instant(startedMs) },
      ...{ about_contact_id: complaint.about?.id ?? null, rep_concerned_id: concerned?.id ?? null },
      team_concerned_id: concerned ? (teamAt(concerned, complaint.about?.endedMs ?? endedMs)?.id ?? null) : null,
      summary: isZh ? reason.plan.saidZh : reason.plan.saidEn,
      remedy_sought: said(draw, remediesSought, isZh),
      remedy_given: isClosed ? said(draw, remediesGiven, owner.isChinese) : '',
      severity: course.some(({ step }) => step === 'assessed') || draw.chance(0.5) ? severity : null,
      ...{ found_by_us: complaint.foundByUs, owner_id: owner.id },
      decision: isClosed ? draw.weighted(decisions, ([, weight]) => weight)[0] : null,
      closing: isClosed ? draw.weighted(closings, ([, weight]) => weight)[0] : null,
      repeat_of: this.repeatOf(contact, id),
      ...{ created_by: rep.signInId, created_at: instant(endedMs) },
    });
    for (const step of course) this.steps.push(this.stepRow(id, step, owner));
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

  private stepRow(complaintId: string, { step, atMs }: Step, owner: Rep): Row {
    const known = stepNotes[step];
    const note = known && this.draw.chance(0.6) ? said(this.draw, known, owner.isChinese) : '';
    return {
      ...{ id: this.draw.id(atMs), complaint_id: complaintId, step, at: instant(atMs), note },
      ...{ by_sign_in_id: owner.signInId, recorded_at: instant(atMs) },
    };
  }
}

const said = (draw: Draw, words: readonly Said[], isZh: boolean) => draw.pick(words)[isZh ? 1 : 0];

const severities = [
  ['small', 55],
  ['money', 30],
  ['stopped-work', 15],
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
