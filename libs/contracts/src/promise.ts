import { z } from 'zod';
import { countQuery } from './lists.js';
import { Revision } from './organisation.js';
import { LocaleName } from './session.js';
import { freeText, instant, Named, NamedInBoth, next, pageQuery, uuid, visibleLine, Why } from './written.js';

const at = z.iso.datetime({ offset: true });

/** What was promised with a contact, in one line. */
export const MakePromise = z
  .strictObject({
    what: visibleLine(300),
    dueAt: instant.describe('By then'),
    ownerId: uuid.nullable().default(null).describe('Who keeps it; left out: who made it'),
  })
  .meta({ id: 'MakePromise' });
export type MakePromise = z.output<typeof MakePromise>;

/** A promise that was made without a contact of ours. */
export const AddPromise = MakePromise.extend({
  accountId: uuid,
  personId: uuid.nullable().default(null).describe('To whom; of that account'),
}).meta({ id: 'AddPromise' });
export type AddPromise = z.output<typeof AddPromise>;

export const promiseStates = ['open', 'broken', 'kept', 'kept-late', 'void'] as const;
export const PromiseState = z
  .enum(promiseStates)
  .describe('broken: given up, or open past its time; kept-late: after the time that was agreed')
  .meta({ id: 'PromiseState' });

export const promiseActs = ['made', 'renegotiated', 'handed', 'kept', 'broken', 'reopened', 'void', 'told'] as const;

export const PromiseEntry = z
  .object({
    id: uuid,
    account: NamedInBoth,
    person: NamedInBoth.nullable(),
    contactId: uuid.nullable().describe('In which it was made'),
    what: z.string(),
    originalDueAt: at,
    dueAt: at,
    isRenegotiated: z.boolean().describe('Another time was agreed before it was due'),
    owner: Named,
    madeAt: at,
    madeBy: Named.nullable(),
    keptAt: at.nullable(),
    brokenAt: at.nullable().describe('Given up; null where it is open, though it may be late'),
    state: PromiseState,
    brokenWhy: z.string(),
    voidWhy: z.string(),
    mayWork: z.boolean().describe('May keep, move, hand over or give it up'),
    mayVoid: z
      .boolean()
      .describe('May make it void or open it again: after it is due only who leads whoever had it then'),
    revision: Revision,
  })
  .meta({ id: 'PromiseEntry' });
export type PromiseEntry = z.infer<typeof PromiseEntry>;

const filters = {
  of: z
    .enum(['me', 'reach', 'account'])
    .default('me')
    .describe('me: that I keep; reach: of whom I lead; account: of one'),
  accountId: uuid.optional(),
  ownerId: uuid.optional(),
  departmentId: uuid.optional().describe('Where the owner was when it was made'),
  teamId: uuid.optional(),
  state: z
    .enum(['open', 'late', 'ended'])
    .default('open')
    .describe('open: the earliest due first; late: of these, past their time; ended: the last due first'),
};
export const PromiseQuery = z.strictObject({ ...filters, ...pageQuery });
export type PromiseQuery = z.output<typeof PromiseQuery>;

export const PromiseFilters = z.strictObject({ ...filters, ...countQuery });
export type PromiseFilters = z.output<typeof PromiseFilters>;

export const PromiseList = z.object({ promises: z.array(PromiseEntry), next }).meta({ id: 'PromiseList' });
export type PromiseList = z.infer<typeof PromiseList>;

const PromiseStep = z.object({
  act: z.enum(promiseActs),
  at,
  by: Named.nullable(),
  before: z.record(z.string(), z.string()),
  after: z.record(z.string(), z.string()),
  why: z.string(),
});

export const PromiseLetter = z
  .object({
    to: z.string().nullable().describe('The address of the person to whom it was made'),
    language: LocaleName.describe('Theirs; where nobody knows it, the company’s'),
    subject: z.string(),
    text: z.string(),
    refusal: z.enum(['no-address', 'no-mail-server']).nullable().describe('Why it cannot be sent from here'),
  })
  .meta({ id: 'PromiseLetter' });
export type PromiseLetter = z.infer<typeof PromiseLetter>;

export const PromiseDetail = PromiseEntry.extend({
  steps: z.array(PromiseStep).describe('The newest first'),
  letter: PromiseLetter.nullable().describe('A wording to begin with, for whoever works on it while it is open'),
}).meta({ id: 'PromiseDetail' });
export type PromiseDetail = z.infer<typeof PromiseDetail>;

const read = { revision: Revision };
export const KeepPromise = z
  .strictObject({ ...read, note: freeText(500).trim().default('') })
  .meta({ id: 'KeepPromise' });
export type KeepPromise = z.output<typeof KeepPromise>;
export const RenegotiatePromise = z
  .strictObject({ ...read, dueAt: instant.describe('As agreed with the customer, before it was due'), why: Why })
  .meta({ id: 'RenegotiatePromise' });
export type RenegotiatePromise = z.output<typeof RenegotiatePromise>;
export const HandPromise = z
  .strictObject({ ...read, ownerId: uuid, why: freeText(500).trim().default('') })
  .meta({ id: 'HandPromise' });
export type HandPromise = z.output<typeof HandPromise>;
export const BreakPromise = z.strictObject({ ...read, why: Why }).meta({ id: 'BreakPromise' });
export type BreakPromise = z.output<typeof BreakPromise>;
export const VoidPromise = z.strictObject({ ...read, why: Why }).meta({ id: 'VoidPromise' });
export type VoidPromise = z.output<typeof VoidPromise>;
export const ReopenPromise = z.strictObject(read).meta({ id: 'ReopenPromise' });
export type ReopenPromise = z.output<typeof ReopenPromise>;
export const TellPromise = z
  .strictObject({
    ...read,
    subject: visibleLine(150),
    text: freeText(3000).trim().min(1).describe('The wording, as the customer gets it by mail'),
  })
  .meta({ id: 'TellPromise' });
export type TellPromise = z.output<typeof TellPromise>;

export const PromiseChanged = z.object({ id: uuid, revision: Revision }).meta({ id: 'PromiseChanged' });
export type PromiseChanged = z.infer<typeof PromiseChanged>;
