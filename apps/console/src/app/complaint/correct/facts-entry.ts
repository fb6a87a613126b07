import type { ComplaintDetail, CorrectComplaint } from '@forecall/contracts';

/** What the form of a correction can change, each as one word; empty: not said. */
export interface FactsEntry {
  readonly summary: string;
  readonly remedySought: string;
  readonly repConcernedId: string;
  readonly receivedAt: string;
  readonly severity: NonNullable<ComplaintDetail['severity']> | '';
  readonly impact: NonNullable<ComplaintDetail['impact']> | '';
  readonly needForAction: NonNullable<ComplaintDetail['needForAction']> | '';
  readonly decision: NonNullable<ComplaintDetail['decision']> | '';
  readonly remedyGiven: string;
  readonly furtherOptions: string;
}

export const entryOf = (complaint: ComplaintDetail): FactsEntry => ({
  summary: complaint.summary,
  remedySought: complaint.remedySought,
  repConcernedId: complaint.repConcerned?.id ?? '',
  receivedAt: complaint.firstReceivedAt,
  severity: complaint.severity ?? '',
  impact: complaint.impact ?? '',
  needForAction: complaint.needForAction ?? '',
  decision: complaint.decision ?? '',
  remedyGiven: complaint.remedyGiven,
  furtherOptions: complaint.furtherOptions,
});

/** What to send so that `before` becomes `after`. */
export function changesOf(before: FactsEntry, after: FactsEntry): CorrectComplaint['changes'] {
  const { decision, ...others } = after;
  const changes: Pick<CorrectComplaint['changes'], keyof FactsEntry> = {
    ...others,
    repConcernedId: after.repConcernedId || null,
    severity: after.severity || null,
    impact: after.impact || null,
    needForAction: after.needForAction || null,
    // Once it was decided it can be decided otherwise, not left open.
    ...(decision ? { decision } : {}),
  };
  return Object.fromEntries(
    Object.entries(changes).filter(([name]) => before[name as keyof FactsEntry] !== after[name as keyof FactsEntry]),
  );
}
