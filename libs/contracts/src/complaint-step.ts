import { contactChannels } from '@forecall/domain';
import { z } from 'zod';
import { CauseKind, Closing, ComplaintStepName, Decision, Impact, NeedForAction, Severity } from './complaint.js';
import { Revision } from './organisation.js';
import { freeText, instant, Why, uuid } from './written.js';

/** Something to be said, not only spaces. */
export const said = (mostCharacters: number) =>
  freeText(mostCharacters).refine((text) => text.trim() !== '', 'says nothing');

/** What the customer was told, and how: kept apart from what we note among us. */
export const ToldCustomer = z
  .strictObject({ channel: z.enum(contactChannels), text: said(8000) })
  .meta({ id: 'ToldCustomer' });
export type ToldCustomer = z.output<typeof ToldCustomer>;

const step = {
  at: instant.optional().describe('Left out: now'),
  note: freeText(2000).default('').describe('For us only; the rep concerned does not see it'),
  toCustomer: ToldCustomer.nullable().default(null).describe('What the customer was told with it'),
  revision: Revision.optional().describe('As last read; left out: whatever it is now'),
};

const skipped = z
  .strictObject({ assessed: Why, investigated: Why, answered: Why, decided: Why })
  .partial()
  .default({})
  .describe('Why a step is passed over, for each that is');

export const TakeStep = z.strictObject(step).meta({ id: 'TakeStep' });
export type TakeStep = z.output<typeof TakeStep>;

export const InvestigateComplaint = z.strictObject({ ...step, skipped }).meta({ id: 'InvestigateComplaint' });
export type InvestigateComplaint = z.output<typeof InvestigateComplaint>;

export const AssessComplaint = z
  .strictObject({
    ...step,
    revision: Revision,
    severity: Severity,
    impact: Impact.describe('How far it reaches'),
    needForAction: NeedForAction,
  })
  .meta({ id: 'AssessComplaint' });
export type AssessComplaint = z.output<typeof AssessComplaint>;

export const AnswerComplaint = z
  .strictObject({ ...step, skipped, toCustomer: ToldCustomer })
  .meta({ id: 'AnswerComplaint' });
export type AnswerComplaint = z.output<typeof AnswerComplaint>;

export const DecideComplaint = z
  .strictObject({
    ...step,
    skipped,
    revision: Revision,
    decision: Decision,
    remedyGiven: freeText(1000).default('').describe('Left empty: as it was'),
  })
  .meta({ id: 'DecideComplaint' });
export type DecideComplaint = z.output<typeof DecideComplaint>;

export const CloseComplaint = z
  .strictObject({
    ...step,
    skipped,
    closing: Closing.describe('accepted or rejected by the customer, withdrawn by the customer, or no reply came'),
    decision: Decision.nullable()
      .default(null)
      .describe('Decided with the closing; null: decided before, or passed over'),
    remedyGiven: freeText(1000).default('').describe('Left empty: as it was'),
    furtherOptions: freeText(1000)
      .default('')
      .describe('Where rejected: which further options, inside and outside, the customer was told of'),
  })
  .meta({ id: 'CloseComplaint' });
export type CloseComplaint = z.output<typeof CloseComplaint>;

export const AnalyseComplaint = z
  .strictObject({
    ...step,
    cause: z.strictObject({ kind: CauseKind, text: said(2000) }),
    correctiveAction: freeText(2000)
      .default('')
      .describe('What is done so that it does not come again; empty: nothing'),
  })
  .meta({ id: 'AnalyseComplaint' });
export type AnalyseComplaint = z.output<typeof AnalyseComplaint>;

export const TellEffect = z.strictObject({ effect: said(2000) }).meta({ id: 'TellEffect' });
export type TellEffect = z.output<typeof TellEffect>;

/** The answer to a step: where the complaint stands now. */
export const ComplaintStands = z
  .object({ id: uuid, revision: Revision, stage: ComplaintStepName, isOpen: z.boolean() })
  .meta({ id: 'ComplaintStands' });
export type ComplaintStands = z.infer<typeof ComplaintStands>;
