import type { ComplaintDetail } from '@forecall/contracts';
import type { CauseKind, ComplaintStep, Impact, NeedForAction, WorkStep } from '@forecall/domain';

/** What the forms of all steps hold; each shows its own part. */
export interface StepEntry {
  severity: NonNullable<ComplaintDetail['severity']> | null;
  impact: Impact | null;
  needForAction: NeedForAction | null;
  /** Empty: not chosen. */
  channel: string;
  answer: string;
  decision: NonNullable<ComplaintDetail['decision']> | null;
  remedyGiven: string;
  closing: NonNullable<ComplaintDetail['closing']> | null;
  furtherOptions: string;
  causeKind: CauseKind | null;
  cause: string;
  correctiveAction: string;
  note: string;
  skipped: Record<WorkStep, string>;
}

/** What is known already stands there; a decision only where one decides, so that no closing decides unseen. */
export const entryFor = (
  { severity, impact, needForAction, decision }: ComplaintDetail,
  step: ComplaintStep,
): StepEntry => ({
  ...{ severity, impact, needForAction, decision: step === 'decided' ? decision : null },
  ...{ channel: '', answer: '', remedyGiven: '', closing: null, furtherOptions: '' },
  ...{ causeKind: null, cause: '', correctiveAction: '', note: '' },
  skipped: { assessed: '', investigated: '', answered: '', decided: '' },
});

/** The reason of each step that is passed over; one left empty has that of the one before. */
export function reasonsFor(
  passed: readonly WorkStep[],
  told: Record<WorkStep, string>,
): Partial<Record<WorkStep, string>> {
  let last = '';
  return Object.fromEntries(
    passed.map((step) => {
      last = told[step].trim() || last;
      return [step, last];
    }),
  );
}

/** The body that the API takes for a step. */
export function tellingOf(
  step: ComplaintStep,
  entry: StepEntry,
  { revision, passed }: { revision: number; passed: readonly WorkStep[] },
): object {
  const { severity, impact, needForAction, channel, answer, note, decision, remedyGiven, closing, furtherOptions } =
    entry;
  const toCustomer = channel !== '' && answer.trim() !== '' ? { channel, text: answer } : null;
  const skipped = passed.length > 0 ? { skipped: reasonsFor(passed, entry.skipped) } : {};
  const told = { revision, note, ...(toCustomer ? { toCustomer } : {}) };
  switch (step) {
    case 'assessed':
      return { ...told, severity, impact, needForAction };
    case 'investigated':
    case 'answered':
      return { ...told, ...skipped };
    case 'decided':
      return { ...told, ...skipped, decision, remedyGiven };
    case 'closed':
      return { ...told, ...skipped, closing, decision, remedyGiven, furtherOptions };
    case 'analysed': {
      const { causeKind: kind, cause: text, correctiveAction } = entry;
      return { ...told, cause: { kind, text }, correctiveAction };
    }
    default:
      return told;
  }
}
