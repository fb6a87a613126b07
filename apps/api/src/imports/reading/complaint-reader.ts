import { complaintFoundByUs, type StepFault, type StepTaken, stepFault } from '@forecall/domain';
import type { ComplaintPreset } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { optionalChoiceReader, yesNoReader } from './choice.js';
import { type ContactPart, latestAheadMilliseconds } from './contact-reader.js';
import type { ComplaintDraft, StepDraft } from './draft.js';
import { refuseCell, type RowFault } from './fault.js';
import { momentColumn, type MomentReader } from './moment.js';
import { namedKeyReader } from './named-key.js';
import { textReader } from './text.js';

/** The complaint that a row's contact received; null where the row is none. */
export function complaintReader(
  preset: ComplaintPreset,
  { cells, moments }: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, contact: ContactPart, now: number) => ComplaintDraft | null {
  const at = (field: string) => `complaint.${field}`;
  const text = (field: 'summary' | 'remedySought' | 'remedyGiven') =>
    preset[field] ? textReader(preset[field], cells, at(field)) : () => '';
  const choice = (field: 'severity' | 'decision' | 'closing'): ((row: Cells) => string | null) =>
    preset[field] ? optionalChoiceReader<string>(preset[field], cells, at(field)) : () => null;
  const isComplaint = preset.when ? cells.condition(preset.when, at('when')) : () => true;
  const receivedAt = preset.receivedAt && moments.moment(preset.receivedAt, at('receivedAt'));
  const claimed = preset.foundByUs && yesNoReader(preset.foundByUs, cells, at('foundByUs'));
  const repConcerned = preset.repConcerned && namedKeyReader(preset.repConcerned, cells, at('repConcerned'));
  const read = {
    summary: text('summary'),
    remedySought: text('remedySought'),
    remedyGiven: text('remedyGiven'),
    severity: choice('severity'),
    decision: choice('decision'),
    closing: choice('closing'),
  };
  const steps = stepsReader(preset.steps, { cells, moments });

  return (row, contact, now) => {
    if (!isComplaint(row)) return null;
    const foundByUs = complaintFoundByUs(contact, claimed?.(row) ?? undefined);
    if (foundByUs === undefined)
      return refuseCell(
        null,
        'contradiction',
        contact.outcome,
        'the row is a complaint, but its contact can receive none',
      );
    const received = receivedAt?.(row, contact.startedAt) ?? contact.startedAt;
    if (received > contact.endedAt)
      return refuseCell(
        momentColumn(preset.receivedAt),
        'contradiction',
        new Date(received).toISOString(),
        'the complaint is received after the contact that receives it',
      );
    return {
      receivedAt: received,
      summary: read.summary(row),
      remedySought: read.remedySought(row),
      remedyGiven: read.remedyGiven(row),
      severity: read.severity(row),
      decision: read.decision(row),
      closing: read.closing(row),
      foundByUs,
      repConcerned: repConcerned?.(row) ?? null,
      steps: steps(row, received, now),
    };
  };
}

/** To be read after the name of the step. */
const stepWords: Readonly<Record<StepFault, string>> = {
  'step-already-taken': 'was taken before',
  'step-needs-received': 'comes before the receipt',
  'step-needs-acknowledged': 'comes before the acknowledgement',
  'step-needs-closed': 'comes before the closing',
  'step-passed': 'comes after a step that follows it',
  'step-after-closed': 'comes after the closing',
  'step-before-last': 'lies before the receipt or the step that it follows',
};

/** The course, each step held to the order that complaints follow everywhere. */
function stepsReader(
  presets: ComplaintPreset['steps'],
  { cells, moments }: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, receivedAt: number, now: number) => StepDraft[] {
  const readers = presets.map((step, index) => ({
    ...step,
    isTaken: step.when ? cells.condition(step.when, `complaint.steps.${index}.when`) : () => true,
    moment: step.at === 'receipt' ? undefined : moments.moment(step.at, `complaint.steps.${index}.at`),
    column: step.at === 'receipt' ? null : momentColumn(step.at),
  }));
  return (row, receivedAt, now) => {
    const course: StepTaken[] = [{ step: 'received', at: receivedAt }];
    const drafts: StepDraft[] = [];
    for (const { step, isTaken, moment, column, notBeforeReceipt, note, skipped } of readers) {
      if (!isTaken(row)) continue;
      const told = moment ? moment(row, receivedAt) : receivedAt;
      if (told === null) continue;
      const taken = { step, at: notBeforeReceipt ? Math.max(told, receivedAt) : told };
      const fault = stepFault(course, taken);
      const refuse = (code: RowFault['code'], words: string) =>
        refuseCell(column, code, new Date(taken.at).toISOString(), `(${step}) ${words}`);
      if (fault) refuse(fault, stepWords[fault]);
      if (taken.at > now + latestAheadMilliseconds) refuse('in-the-future', 'lies in the future');
      course.push(taken);
      drafts.push({ ...taken, note, skippedReason: skipped ?? null });
    }
    return drafts;
  };
}
