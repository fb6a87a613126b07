import { addDays, careStrategies, localDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { organisationZone } from '../company/company.js';
import type { Attribution } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { instant, type Row } from './row.js';

const dayMs = 86_400_000;
const daysOfHistory = 90;
/** Of the calls that were made: so many on their day, the rest a little after it. */
const onTheDay = 0.7;

/** The proactive calls of the last months as the plan had them: made by a contact, or missed though somebody tried. */
export class CallRows {
  readonly calls: Row[] = [];
  readonly attempts: Row[] = [];
  private readonly days = new Set<string>();

  constructor(
    private readonly draw: Draw,
    private readonly nowMs: number,
  ) {}

  add(contact: ContactDraft, attribution: Attribution): void {
    const { account, person, rep, purpose, outcome, endedMs } = contact;
    if (purpose !== 'proactive' || !account || !rep || endedMs < this.nowMs - daysOfHistory * dayMs) return;
    const careClass = account.classes.find(({ toMs }) => toMs === null)?.class;
    const isReached = outcome === 'handled';
    const day = localDay(new Date(endedMs), organisationZone);
    const dueOn = isReached && !this.draw.chance(onTheDay) ? addDays(day, -this.draw.whole(1, 3)) : day;
    const missedMs = endedMs + (careClass ? careStrategies[careClass].everyDays : 0) * dayMs;
    // One that nobody has reached yet and that is not given up is the plan's, not the past's.
    if (!careClass || (!isReached && missedMs > this.nowMs) || this.days.has(account.id + dueOn)) return;
    this.days.add(account.id + dueOn);
    const id = this.draw.id(endedMs);
    this.calls.push({
      ...{ id, account_id: account.id, due_on: dueOn, earliest_on: addDays(dueOn, -2), staff_id: rep.id },
      ...{ state: isReached ? 'reached' : 'missed', ended_at: instant(isReached ? endedMs : missedMs) },
      contact_id: isReached ? contact.id : null,
      ...{ class: attribution.account_class, team_id: attribution.team_id },
      department_id: attribution.handling_department_id,
    });
    this.attempts.push({
      ...{ id: this.draw.id(endedMs), planned_call_id: id, contact_id: contact.id, person_id: person?.id ?? null },
      ...{ staff_id: rep.id, at: instant(endedMs), is_reached: isReached },
    });
  }
}
