import { complaintFoundByUs, type StepTaken, stepFault } from '@forecall/domain';
import type { ComplaintPreset } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { optionalChoiceReader, yesNoReader } from './choice.js';
import type { ContactPart } from './contact-reader.js';
import type { ComplaintDraft, StepDraft } from './draft.js';
import { refuseCell } from './fault.js';
import type { MomentReader } from './moment.js';
import { namedKeyReader } from './named-key.js';
import { textReader } from './text.js';

/** The complaint that a row's contact received; null where the row is none. */
export function complaintReader(
  preset: ComplaintPreset,
  { cells, moments }: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, contact: ContactPart) => ComplaintDraft | null {
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

  return (row, contact) => {
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
      return refuseCell(null, 'contradiction', '', 'the complaint is received after the contact that receives it');
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
      steps: steps(row, received),
    };
  };
}

/** The course, each step held to the order that complaints follow everywhere. */
function stepsReader(
  presets: ComplaintPreset['steps'],
  { cells, moments }: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, receivedAt: number) => StepDraft[] {
  const readers = presets.map((step, index) => ({
    ...step,
    isTaken: step.when ? cells.condition(step.when, `complaint.steps.${index}.when`) : () => true,
    moment: step.at === 'receipt' ? undefined : moments.moment(step.at, `complaint.steps.${index}.at`),
  }));
  return (row, receivedAt) => {
    const course: StepTaken[] = [{ step: 'received', at: receivedAt }];
    const drafts: StepDraft[] = [];
    for (const { step, isTaken, moment, notBeforeReceipt, note, skipped } of readers) {
      if (!isTaken(row)) continue;
      const told = moment ? moment(row, receivedAt) : receivedAt;
      if (told === null) continue;
      const taken = { step, at: notBeforeReceipt ? Math.max(told, receivedAt) : told };
      const fault = stepFault(course, taken);
      if (fault) refuseCell(null, 'contradiction', step, `the step "${step}" cannot follow: ${fault}`);
      course.push(taken);
      drafts.push({ ...taken, note, skippedReason: skipped ?? null });
    }
    return drafts;
  };
}
