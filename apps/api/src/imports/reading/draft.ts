import type { ComplaintStep, ContactChannel, ContactDirection, ContactOutcome, ContactPurpose } from '@forecall/domain';

/** A person or customer as a file names it: the word to look for, and the name if it has to be made. */
export interface NamedKey {
  readonly key: string;
  readonly name: string;
}

export interface AnswerDraft {
  readonly kind: 'csat' | 'nps' | 'ces' | 'item';
  readonly item: string | null;
  readonly scale: number;
  readonly score: number;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface StepDraft {
  readonly step: ComplaintStep;
  readonly at: number;
  readonly note: string;
  readonly skippedReason: string | null;
}

export interface ComplaintDraft {
  readonly receivedAt: number;
  readonly summary: string;
  readonly remedySought: string;
  readonly remedyGiven: string;
  readonly severity: string | null;
  readonly decision: string | null;
  readonly closing: string | null;
  readonly foundByUs: boolean;
  readonly repConcerned: NamedKey | null;
  readonly steps: readonly StepDraft[];
}

export type AttributeValue = string | number | boolean;

/** A row as the preset reads it, before names become rows of the database. Instants in milliseconds since 1970. */
export interface ContactDraft {
  readonly externalId: string | null;
  readonly department: string;
  readonly team: string;
  readonly channel: ContactChannel;
  readonly direction: ContactDirection;
  readonly purpose: ContactPurpose;
  readonly outcome: ContactOutcome;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly wrapSeconds: number | null;
  readonly rep: NamedKey | null;
  /** From the widest to the narrowest. */
  readonly reason: readonly string[] | null;
  readonly account: NamedKey | null;
  readonly resolved: boolean | null;
  readonly note: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly answers: readonly AnswerDraft[];
  readonly complaint: ComplaintDraft | null;
}
