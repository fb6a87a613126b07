import type { DeskCall, PersonBrief } from '@forecall/contracts';
import { customerOf } from '../customer/customer.js';
import { emptyEntry, type Entry } from '../entry/entry.js';
import { entryCall } from './entry-call.js';

/** Somebody calls, or is called: from which number, and who has it. */
export interface Pop {
  readonly phone: string;
  readonly people: readonly PersonBrief[];
  /** Where the telephone system told of it. */
  readonly call: DeskCall | null;
}

export const popOfCall = (call: DeskCall): Pop => ({ phone: call.phone, people: call.people, call });

/** The entry that a call begins. The one person with the number is the customer; several are to be chosen from. */
export function entryOfPop({ phone, people, call }: Pop, id: string, now: string): Entry {
  const [person] = people;
  return {
    ...emptyEntry(id),
    startedAt: call?.startedAt ?? now,
    direction: call?.direction ?? 'in',
    customer: people.length === 1 && person ? customerOf(person) : null,
    phone,
    call: call && entryCall(call),
    ending: call?.state === 'unanswered' ? 'not-reached' : null,
  };
}
