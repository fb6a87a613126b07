import type { ContactChannel, ContactDirection, ContactOutcome, ContactPurpose } from '@forecall/domain';
import type { Account, Department, Person, Reason, Rep } from '../company/company.js';

/** A contact of the demo before it becomes a row; instants in milliseconds since 1970. */
export interface ContactDraft {
  readonly id: string;
  readonly conversationId: string;
  readonly transferredFrom: string | null;
  readonly account: Account | null;
  readonly person: Person | null;
  readonly channel: ContactChannel;
  readonly direction: ContactDirection;
  readonly purpose: ContactPurpose;
  readonly outcome: ContactOutcome;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly wrapSeconds: number | null;
  readonly reason: Reason | null;
  readonly resolved: boolean | null;
  readonly rep: Rep | null;
  /** Whose queue it came to. */
  readonly department: Department;
  readonly complaint: ComplaintDraft | null;
}

export interface ComplaintDraft {
  readonly foundByUs: boolean;
  /** The earlier contact whose handling the customer complains of. */
  readonly about: ContactDraft | null;
}
