import { causeKinds, contactChannels } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import type { Rep } from '../company/company.js';
import { teamAt } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { instant, type Row } from './row.js';
import {
  actionsTaken,
  answersTold,
  causesFound,
  effectTold,
  handoverReasons,
  inOurWords,
  internalNotes,
} from './words.js';

const hourMs = 3_600_000;

interface Worked {
  readonly id: string;
  readonly contact: ContactDraft;
  readonly owner: Rep;
  /** Whether one speaks Chinese with the customer. */
  readonly isZh: boolean;
  readonly steps: readonly Row[];
}

/** What is written down while complaints are worked on: notes, hand-overs, causes and what is done about them. */
export class ComplaintWork {
  readonly notes: Row[] = [];
  readonly handovers: Row[] = [];
  readonly causes: Row[] = [];
  readonly actions: Row[] = [];

  constructor(
    private readonly draw: Draw,
    private readonly nowMs: number,
  ) {}

  add(worked: Worked): void {
    for (const step of worked.steps) {
      if (step['skipped_reason'] !== null) continue;
      if (step['step'] === 'answered') this.answer(worked, step);
      if (step['step'] === 'analysed') this.analysis(worked, step);
    }
    if (this.draw.chance(0.15)) this.note(worked);
    this.handover(worked);
  }

  private answer({ id, owner, isZh }: Worked, step: Row): void {
    const at = String(step['at']);
    this.notes.push({
      ...{ id: this.draw.id(Date.parse(at)), complaint_id: id, kind: 'to-customer' },
      channel: this.draw.pick(contactChannels.filter((channel) => channel !== 'visit' && channel !== 'form')),
      ...{
        text: this.draw.pick(answersTold)[isZh ? 1 : 0],
        at,
        by_sign_in_id: owner.signInId,
        step_id: step['id'] ?? null,
      },
      recorded_at: at,
    });
  }

  private note({ id, owner, contact }: Worked): void {
    const atMs = contact.endedMs + Math.round(this.draw.lognormal(5, 0.8) * hourMs);
    if (atMs > this.nowMs) return;
    this.notes.push({
      ...{ id: this.draw.id(atMs), complaint_id: id, kind: 'internal', channel: null },
      ...{ text: inOurWords(this.draw.pick(internalNotes)), at: instant(atMs), by_sign_in_id: owner.signInId },
      ...{ step_id: null, recorded_at: instant(atMs) },
    });
  }

  /** From who took the call to the department that answers for it; some of the youngest wait for an answer. */
  private handover({ id, owner, contact }: Worked): void {
    const { rep, reason, endedMs } = contact;
    const from = rep && teamAt(rep, endedMs)?.department;
    if (!from || !reason || from === reason.department || !this.draw.chance(0.3)) return;
    const atMs = endedMs + Math.round(this.draw.lognormal(0.7, 0.6) * hourMs);
    const answeredMs = atMs + Math.round(this.draw.lognormal(3, 0.7) * hourMs);
    if (atMs > this.nowMs) return;
    const isAnswered = answeredMs <= this.nowMs;
    this.handovers.push({
      ...{ id: this.draw.id(atMs), complaint_id: id, owner_before_id: rep.id },
      ...{ from_department_id: from.id, to_department_id: reason.department.id },
      reason: inOurWords(this.draw.pick(handoverReasons)),
      ...{ at: instant(atMs), by_sign_in_id: rep.signInId, answer_reason: '' },
      answer: isAnswered ? 'accepted' : null,
      answered_at: isAnswered ? instant(answeredMs) : null,
      answered_by_sign_in_id: isAnswered ? owner.signInId : null,
    });
  }

  private analysis({ id, owner }: Worked, step: Row): void {
    const atMs = Date.parse(String(step['at']));
    const causeId = this.draw.id(atMs);
    this.causes.push({
      ...{ id: causeId, complaint_id: id, step_id: step['id'] ?? null, kind: this.draw.pick(causeKinds) },
      text: inOurWords(this.draw.pick(causesFound)),
    });
    if (!this.draw.chance(0.6)) return;
    const toldMs = atMs + Math.round(this.draw.lognormal(600, 0.5) * hourMs);
    const isTold = toldMs <= this.nowMs;
    this.actions.push({
      ...{ id: this.draw.id(atMs), cause_id: causeId, action: inOurWords(this.draw.pick(actionsTaken)) },
      effect: isTold ? inOurWords(effectTold) : '',
      effect_at: isTold ? instant(toldMs) : null,
      effect_by_sign_in_id: isTold ? owner.signInId : null,
    });
  }
}
