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

/** A contact as the preset reads it, before names become rows of the database. Instants in milliseconds since 1970. */
export interface ContactDraft {
  readonly externalId: string | null;
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
  readonly attributes: Attributes;
  readonly answers: readonly AnswerDraft[];
  readonly complaint: ComplaintDraft | null;
}

export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface UnitDraft {
  readonly department: string;
  readonly team: string;
  readonly supervisor: NamedKey | null;
  readonly head: NamedKey | null;
}

export interface StaffDraft extends NamedKey {
  readonly email: string | null;
  readonly part: 'member' | 'supervisor' | 'head';
  /** null: since always. */
  readonly from: number | null;
  /** YYYY-MM-DD */
  readonly leftOn: string | null;
}

export interface ReasonDraft {
  readonly path: readonly string[];
  readonly chinese: string | null;
  readonly answerable: string | null;
}

export interface AccountDraft {
  readonly number: string | null;
  readonly name: string;
  readonly chinese: string | null;
  readonly industry: string;
  readonly zone: string | null;
  readonly class: string | null;
  readonly care: NamedKey | null;
  /** null: since always. */
  readonly since: number | null;
  readonly attributes: Attributes;
}

export interface PersonDraft {
  readonly name: string;
  readonly chinese: string | null;
  readonly position: string;
  readonly email: string | null;
  /** As written; they are understood when they are stored. */
  readonly phones: readonly string[];
  readonly language: string | null;
  readonly influence: string | null;
}

export interface RevenueDraft {
  /** YYYY-MM-01 */
  readonly month: string;
  readonly amount: number;
}

/** Everything that a row is. */
export interface RowDraft {
  readonly unit: UnitDraft | null;
  readonly staff: StaffDraft | null;
  readonly reason: ReasonDraft | null;
  readonly account: AccountDraft | null;
  readonly person: PersonDraft | null;
  readonly contact: ContactDraft | null;
  readonly accountAnswers: readonly AnswerDraft[];
  readonly revenue: RevenueDraft | null;
}
