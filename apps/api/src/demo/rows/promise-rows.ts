import { localDay, startOfDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { organisationZone, type Rep } from '../company/company.js';
import { knownStaff } from '../company/make-staff.js';
import type { Attribution } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { isWorkDay } from '../traffic/working-day.js';
import { promisesMade, promisesMoved, promisesNotKept, promisesVoid } from './promise-words.js';
import { instant, json, type Row } from './row.js';
import { inOurWords, type Said } from './words.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysOfHistory = 100;
const closingHour = 17;

/** What came of a promise: when it is due, and how it ended where it has. */
interface Course {
  readonly dueMs: number;
  readonly movedToMs: number | null;
  readonly movedMs: number;
  readonly end: { readonly as: 'kept' | 'void' | 'broken'; readonly atMs: number } | null;
}

/** What customers were promised in the last months: most of it kept, some moved in time, late, given up or void. */
export class PromiseRows {
  readonly promises: Row[] = [];
  readonly steps: Row[] = [];
  readonly duties: Row[] = [];

  constructor(
    private readonly draw: Draw,
    private readonly nowMs: number,
  ) {}

  add(contact: ContactDraft, attribution: Attribution): void {
    const { account, person, rep, endedMs, outcome } = contact;
    if (!account || !rep || rep.leftOn !== null || outcome !== 'handled') return;
    if (endedMs < this.nowMs - daysOfHistory * dayMs || !this.draw.chance(shareOf(contact))) return;
    const { dueMs, movedToMs, movedMs, end } = this.course(endedMs);
    const [id, by] = [this.draw.id(endedMs), rep.signInId];
    const said = (words: readonly Said[]) => inOurWords(this.draw.pick(words));
    const what = said(promisesMade);
    const why = end === null || end.as === 'kept' ? '' : said(end.as === 'void' ? promisesVoid : promisesNotKept);
    const endedAt = (as: string) => (end?.as === as ? instant(end.atMs) : null);
    const isMoved = movedToMs !== null;
    this.promises.push({
      ...{ id, account_id: account.id, person_id: person?.id ?? null, contact_id: contact.id, what },
      ...{ original_due_at: instant(dueMs), due_at: instant(movedToMs ?? dueMs), owner_id: rep.id },
      ...{ team_id: attribution.team_id, department_id: attribution.handling_department_id },
      ...{ made_at: instant(endedMs), made_by: by, kept_at: endedAt('kept') },
      ...{ voided_at: endedAt('void'), void_why: end?.as === 'void' ? why : '' },
      ...{ broken_at: endedAt('broken'), broken_why: end?.as === 'broken' ? why : '' },
      revision: 1 + Number(isMoved) + Number(end !== null),
    });
    const step = (act: string, atMs: number, told: { why?: string; before?: string; after?: string } = {}) =>
      this.steps.push({
        ...{ id: this.draw.id(atMs), promise_id: id, act, at: instant(atMs), by_sign_in_id: by },
        ...{ before: json(told.before ? { dueAt: told.before } : {}), why: told.why ?? '' },
        after: json(told.after ? { dueAt: told.after } : {}),
      });
    step('made', endedMs);
    if (isMoved)
      step('renegotiated', movedMs, { why: said(promisesMoved), before: instant(dueMs), after: instant(movedToMs) });
    if (end) step(end.as, end.atMs, { why });
    else this.duty(rep, { id, what, account, madeMs: endedMs, dueMs: movedToMs ?? dueMs });
  }

  private course(madeMs: number): Course {
    const dueMs = this.closingTime(madeMs + this.draw.between(0.4, 14) * dayMs);
    const isMoved = this.draw.chance(0.12);
    const movedMs = Math.floor(dueMs - this.draw.between(0.1, 0.6) * (dueMs - madeMs));
    const movedToMs =
      isMoved && movedMs < this.nowMs ? this.closingTime(dueMs + this.draw.between(1, 5) * dayMs) : null;
    const lastMs = movedToMs ?? dueMs;
    const fate = this.draw.next();
    const keptMs = Math.floor(
      lastMs - this.draw.between(0.02, 0.7) * (lastMs - Math.max(madeMs, movedToMs ? movedMs : 0)),
    );
    const lateMs = Math.floor(lastMs + this.draw.between(2, 150) * hourMs);
    const end =
      fate < 0.76
        ? ({ as: 'kept', atMs: keptMs } as const)
        : fate < 0.88
          ? ({ as: 'kept', atMs: lateMs } as const)
          : fate < 0.93
            ? ({ as: 'void', atMs: keptMs } as const)
            : ({ as: 'broken', atMs: Math.floor(lastMs + this.draw.between(3, 9) * dayMs) } as const);
    return { dueMs, movedToMs, movedMs, end: end.atMs <= this.nowMs ? end : null };
  }

  /** The end of that working day, or of the next one. */
  private closingTime(atMs: number): number {
    let dayStart = startOfDay(localDay(new Date(atMs), organisationZone), organisationZone).getTime();
    while (
      dayStart + closingHour * hourMs <= atMs ||
      !isWorkDay(localDay(new Date(dayStart), organisationZone), 'china')
    )
      dayStart += dayMs;
    return dayStart + closingHour * hourMs;
  }

  /** What is still open is a duty of whoever keeps it. */
  private duty(
    rep: Rep,
    {
      id,
      what,
      account,
      madeMs,
      dueMs,
    }: {
      id: string;
      what: string;
      account: NonNullable<ContactDraft['account']>;
      madeMs: number;
      dueMs: number;
    },
  ): void {
    this.duties.push({
      ...{ id: this.draw.id(madeMs), kind: 'promise', owner_id: rep.id, created_by: rep.signInId },
      ...{ due_at: instant(dueMs), remind_at: instant(dueMs - Math.min(dayMs, (dueMs - madeMs) / 2)) },
      ...{ created_at: instant(madeMs), source_entity: 'promise', source_id: id, outcome_note: '', revision: 1 },
      parameters: json({ what, account: account.name, ...(account.nameZh !== null && { accountZh: account.nameZh }) }),
    });
  }
}

/** Whoever tries the demo out signs in as one of them, and finds something to keep. */
const shown: Readonly<Record<string, number>> = { [knownStaff.billingRep]: 0.3, [knownStaff.salesRep]: 1 };

/** In most of our own calls something is promised; to those who called, where it was not settled. */
function shareOf({ purpose, resolved, complaint, rep }: ContactDraft): number {
  const ofShown = rep && shown[rep.name];
  if (ofShown) return ofShown;
  if (purpose === 'proactive') return 0.8;
  return complaint !== null || resolved === false ? 0.3 : 0.03;
}
