import { NoAnswer, Refused } from './agent.js';
import type { Logged } from './contact-logging.js';

/** "1 minute", "2 minutes" */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What a run has done so far. */
export class Tally {
  contacts = 0;
  complaints = 0;
  answers = 0;
  resent = 0;
  /** By reason, for the summary: a refusal's code, or that no answer came. */
  readonly failed = new Map<string, number>();

  add({ isComplaint, isAnswered }: Logged): void {
    this.contacts += 1;
    if (isComplaint) this.complaints += 1;
    if (isAnswered) this.answers += 1;
  }

  fail(error: unknown): void {
    const reason = error instanceof Refused ? error.message : error instanceof NoAnswer ? 'no answer' : String(error);
    this.failed.set(reason, (this.failed.get(reason) ?? 0) + 1);
  }

  toString(): string {
    const failed = [...this.failed.values()].reduce((sum, count) => sum + count, 0);
    const parts = [
      `${counted(this.contacts, 'contact')}, ${counted(this.complaints, 'complaint')} among them, ${counted(this.answers, 'answer')}`,
      ...(this.resent > 0 ? [`${this.resent} sent again`] : []),
      ...(failed > 0 ? [`${failed} not logged`] : []),
    ];
    return parts.join(', ');
  }
}
