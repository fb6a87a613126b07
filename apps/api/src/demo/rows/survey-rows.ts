import type { Draw } from '../chance/draw.js';
import type { Company } from '../company/company.js';
import type { Attribution } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import type { Answer } from './answer-rows.js';
import { courseOf } from './ask-row.js';
import { instant, json, type Row, whole } from './row.js';
import type { SurveyForms } from './survey-form-rows.js';
import { recoveryNotes } from './survey-words.js';
import { inOurWords } from './words.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Surveys by letter began not long ago; answers of before came another way. */
const daysOfSurveys = 30;
/** Of those who do not answer so many were asked; whoever answers was. */
const askedShare = 0.35;
const lowest = 2;

/** Who was asked about contacts of late, what they answered, and what was done about low answers. */
export class SurveyRows {
  readonly asks: Row[] = [];
  readonly replies: Row[] = [];
  readonly duties: Row[] = [];
  readonly recoveries: Row[] = [];
  private readonly signIns: ReadonlyMap<string, string>;

  constructor(
    private readonly draw: Draw,
    private readonly forms: SurveyForms,
    { leaders }: Company,
    private readonly nowMs: number,
  ) {
    this.signIns = new Map(leaders.map(({ id, signInId }) => [id, signInId]));
  }

  /** The id of the asking by which an answer came; null: by none. */
  add(contact: ContactDraft, attribution: Attribution, answer: Answer | null): string | null {
    const { person, endedMs, purpose, outcome } = contact;
    if (!person || purpose !== 'service' || outcome !== 'handled' || contact.complaint) return null;
    if (endedMs < this.nowMs - daysOfSurveys * dayMs) return null;
    if (!answer && !this.draw.chance(askedShare)) return null;
    const answeredMs = answer?.atMs ?? null;
    const askedMs = Math.floor(Math.min(endedMs + 2 * 60_000, ((answeredMs ?? this.nowMs) + endedMs) / 2));
    const id = this.draw.id(askedMs);
    this.asks.push({
      ...{ id, version_id: this.forms.contact.versionId, about: 'contact', contact_id: contact.id, account_id: null },
      ...{ person_id: person.id, open_link_id: null, channel: 'mail', locale: person.language },
      ...attribution,
      ...courseOf(this.draw, { askedMs, answeredMs, nowMs: this.nowMs }),
    });
    if (answer) {
      const text = String(answer.row['text']);
      const told = { csat: answer.score, ...(text && { comment: text }) };
      this.replies.push({ ask_id: id, n: 1, told: whole(told), at: instant(answer.atMs) });
      if (answer.score <= lowest) this.recover(contact, attribution, { askId: id, answer });
    }
    return id;
  }

  /** With the supervisor of that day; what is older than a day is mostly seen to. */
  private recover(
    { account }: ContactDraft,
    { supervisor_id: ownerId }: Attribution,
    { askId, answer }: { readonly askId: string; readonly answer: Answer },
  ): void {
    const by = ownerId && this.signIns.get(ownerId);
    if (!by) return;
    const { atMs, score, row } = answer;
    const [id, dutyId] = [this.draw.id(atMs), this.draw.id(atMs)];
    const endedMs = Math.floor(atMs + this.draw.between(1, 22) * hourMs);
    const isEnded = endedMs < this.nowMs && this.draw.chance(0.95);
    const outcome = this.draw.weighted(outcomes, (each) => weights[each]);
    const note = isEnded ? inOurWords(this.draw.pick(recoveryNotes[outcome])) : '';
    this.duties.push({
      ...{ id: dutyId, kind: 'recovery', owner_id: ownerId, created_by: null, created_at: instant(atMs) },
      ...{ due_at: instant(atMs + dayMs), remind_at: null, source_entity: 'recovery', source_id: id },
      ...{ done_at: isEnded ? instant(endedMs) : null, done_by: isEnded ? by : null },
      ...{ outcome: isEnded ? 'done' : null, outcome_note: note, revision: isEnded ? 2 : 1 },
      parameters: json({
        said: `${score} / 5`,
        ...(account && { account: account.name, accountId: account.id }),
        ...(account?.nameZh && { accountZh: account.nameZh }),
      }),
    });
    this.recoveries.push({
      ...{ id, duty_id: dutyId, ask_id: askId, answer_id: row['id'] ?? null, newest_id: row['id'] ?? null, note },
      ...{ outcome: isEnded ? outcome : null, ended_at: isEnded ? instant(endedMs) : null },
      ended_by: isEnded ? by : null,
    });
  }
}

const weights = { settled: 60, 'not-settled': 18, 'not-reached': 15, complaint: 7 };
const outcomes = ['settled', 'not-settled', 'not-reached', 'complaint'] as const;
