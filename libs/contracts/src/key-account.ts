import { behaviours, careClasses, dossierParts, healthBands } from '@forecall/domain';
import { z } from 'zod';
import { TellHours } from './calendar.js';
import { AccountDetail, CareClass, Influence, Temperament, Tier } from './customer.js';
import { Revision, Zone } from './organisation.js';
import { LocaleName } from './session.js';
import { day, freeText, Named, NamedInBoth, next, pageQuery, uuid, visibleName, Why } from './written.js';

const at = z.iso.datetime({ offset: true });
const period = { from: at, to: at.nullable().describe('null: it holds') };

export const carePart = z.enum(['rep', 'support']).describe('rep: the one in care; support: staff beside them');
export const confidences = ['guess', 'likely', 'sure'] as const;
export const Confidence = z.enum(confidences).meta({ id: 'Confidence' });
export const Behaviour = z.enum(behaviours).meta({ id: 'Behaviour' });
export const DossierPart = z.enum(dossierParts).meta({ id: 'DossierPart' });

/** How an account was classed; who set it is left out where the program or an import did. */
const ClassHeld = z.object({ id: uuid, class: CareClass, ...period, why: z.string(), by: Named.nullable() });
const CareHeld = z.object({ id: uuid, staff: Named, part: carePart, ...period });

const DossierText = z.object({
  part: DossierPart,
  n: z.int().describe('Version, counting up from 1'),
  text: z.string(),
  by: Named.nullable(),
  at,
});

/** An account as its page shows it. */
export const AccountPage = z
  .object({
    account: AccountDetail,
    mayDirect: z.boolean().describe('May set class, tier, hours and care'),
    inside: z
      .object({
        classes: z.array(ClassHeld).describe('The newest first, at most 50'),
        care: z.array(CareHeld).describe('Those that hold first, then the newest; at most 50'),
        dossier: z.array(DossierText).describe('The newest version of each part that was ever written'),
      })
      .nullable()
      .describe('null: who is neither in care of it nor leads those who are sees only what a caller is asked'),
  })
  .meta({ id: 'AccountPage' });
export type AccountPage = z.infer<typeof AccountPage>;

export const SetCareClass = z
  .strictObject({
    class: CareClass.nullable().describe('null: no key account any more'),
    from: day.optional().describe('From the beginning of this day; left out: from now on'),
    why: Why,
  })
  .meta({ id: 'SetCareClass' });
export type SetCareClass = z.output<typeof SetCareClass>;

export const GiveCare = z
  .strictObject({ staffId: uuid, part: carePart, from: day.optional().describe('Left out: from now on') })
  .meta({ id: 'GiveCare' });
export type GiveCare = z.output<typeof GiveCare>;

export const EndCare = z
  .strictObject({ to: day.optional().describe('Before this day begins; left out: now') })
  .meta({ id: 'EndCare' });
export type EndCare = z.output<typeof EndCare>;

/** What an act did to dated rows, by which it is taken back: the one it made, and the one it ended. */
export const UndoCare = z
  .strictObject({ made: uuid.nullable(), ended: uuid.nullable() })
  .refine(({ made, ended }) => made !== null || ended !== null, { error: 'names at least one' })
  .meta({ id: 'UndoCare' });
export type UndoCare = z.output<typeof UndoCare>;

export const CareActed = z
  .object({
    undo: z
      .object({ made: uuid.nullable(), ended: uuid.nullable() })
      .nullable()
      .describe('null: it replaced what was set for the same moment, or changed an end, and cannot be taken back'),
  })
  .meta({ id: 'CareActed' });
export type CareActed = z.output<typeof CareActed>;

const TellWeek = z.array(TellHours).length(7);

export const ChangeAccount = z
  .strictObject({
    revision: Revision.describe('Of the account as it was read'),
    name: visibleName(200).optional(),
    nameZh: visibleName(200).nullable().optional(),
    industry: freeText(200).trim().optional(),
    zone: Zone.nullable().optional(),
    tier: Tier.nullable().optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is no country of two letters')
      .nullable()
      .optional(),
    region: freeText(20).trim().nullable().optional(),
    callingWeek: TellWeek.nullable().optional(),
  })
  .meta({ id: 'ChangeAccount' });
export type ChangeAccount = z.output<typeof ChangeAccount>;

export const ChangePerson = z
  .strictObject({
    revision: Revision.describe('Of the person as they were read'),
    name: visibleName(200).optional(),
    nameZh: visibleName(200).nullable().optional(),
    position: freeText(200).trim().optional(),
    email: z.email().max(254).nullable().optional(),
    language: LocaleName.nullable().optional(),
    influence: Influence.nullable().optional(),
    zone: Zone.nullable().optional(),
    callingWeek: TellWeek.nullable().optional(),
    callOrder: z.int().min(1).max(99).nullable().optional(),
    doNotCall: z.strictObject({ why: Why }).nullable().optional().describe('null: they may be called again'),
    phones: z.array(freeText(60).trim().min(1)).max(10).optional().describe('As people write them; all they have'),
    hasLeft: z.boolean().optional(),
  })
  .meta({ id: 'ChangePerson' });
export type ChangePerson = z.output<typeof ChangePerson>;

export const CustomerChanged = z.object({ id: uuid, revision: z.int() }).meta({ id: 'CustomerChanged' });
export type CustomerChanged = z.infer<typeof CustomerChanged>;

export const ObserveTemperament = z
  .strictObject({ behaviours: z.array(Behaviour).min(1).max(behaviours.length), confidence: Confidence })
  .meta({ id: 'ObserveTemperament' });
export type ObserveTemperament = z.output<typeof ObserveTemperament>;

export const TemperamentObserved = z
  .object({
    id: uuid,
    type: Temperament,
    behaviours: z.array(Behaviour),
    confidence: Confidence,
    by: Named.nullable(),
    at,
  })
  .meta({ id: 'TemperamentObserved' });
export type TemperamentObserved = z.infer<typeof TemperamentObserved>;

export const TemperamentHistory = z
  .object({ observed: z.array(TemperamentObserved).describe('The newest first, at most 50') })
  .meta({ id: 'TemperamentHistory' });
export type TemperamentHistory = z.infer<typeof TemperamentHistory>;

export const WriteDossier = z
  .strictObject({
    text: freeText(1000).trim().describe('Empty: what was known holds no longer'),
    after: z.int().min(0).describe('The version that was read, 0 for none'),
  })
  .meta({ id: 'WriteDossier' });
export type WriteDossier = z.output<typeof WriteDossier>;

export const DossierVersions = z
  .object({ versions: z.array(DossierText).describe('The newest first, at most 100') })
  .meta({ id: 'DossierVersions' });
export type DossierVersions = z.infer<typeof DossierVersions>;

export const timeLineKinds = [
  'contact',
  'complaint',
  'answer',
  'call',
  'promise',
  'training',
  'class',
  'care',
  'dossier',
] as const;
export const TimeLineKind = z.enum(timeLineKinds).meta({ id: 'TimeLineKind' });
export type TimeLineKind = z.infer<typeof TimeLineKind>;

export const TimeLineQuery = z.strictObject({
  ...pageQuery,
  kind: TimeLineKind.optional().describe('Left out: everything'),
});
export type TimeLineQuery = z.output<typeof TimeLineQuery>;

/**
 * Something that happened with an account, or is to happen. `what` says what it is within its kind: of a call `planned`,
 * `reached`, `missed`, `moved` or `asked` (the customer asked for another day), of a promise `due`, `made`,
 * `renegotiated`, `kept`, `kept-late`, `broken` (it was due), `given-up` or `void`, of a training `planned` or `held`; else class, part of the
 * dossier, part of care, or kind of answer. What does not belong to its kind is null.
 */
export const TimeLineEntry = z
  .object({
    kind: TimeLineKind,
    id: uuid.describe('Of the contact, complaint, answer, planned call, promise, training, version, ...'),
    at: at.describe('Of what is ahead: when it is planned or due'),
    onDay: z.iso.date().nullable().describe('Only the day is known, or means anything'),
    isAhead: z.boolean().describe('It is to happen yet'),
    channel: z.string().nullable(),
    direction: z.string().nullable(),
    purpose: z.string().nullable(),
    outcome: z.string().nullable(),
    reason: z.object({ nameEn: z.string(), nameZh: z.string() }).nullable(),
    person: Named.nullable(),
    by: Named.nullable().describe('Rep, or who wrote or set it'),
    text: z
      .string()
      .nullable()
      .describe('Note, summary, reason or what a customer wrote; null where it is not for these eyes'),
    number: z.string().nullable().describe('Of a complaint'),
    isOpen: z.boolean().nullable().describe('Of a complaint'),
    score: z.number().nullable(),
    scale: z.number().nullable(),
    isEntered: z.boolean().nullable().describe('Of an answer: one of ours entered it'),
    what: z.string().nullable(),
    why: z.string().nullable().describe('Of a move, another time, or what was made void'),
    dueAt: at.nullable().describe('Of a promise: by then; of a call that was moved: where it went'),
    contactId: uuid
      .nullable()
      .describe(
        'In which a call or promise was made, or which was answered about; of an answer null: the relationship',
      ),
    isOver: z.boolean().nullable().describe('Of class and care: it ended then, else it began'),
  })
  .meta({ id: 'TimeLineEntry' });
export type TimeLineEntry = z.infer<typeof TimeLineEntry>;

export const TimeLine = z
  .object({
    entries: z.array(TimeLineEntry).describe('The newest first'),
    next,
    mergedInto: NamedInBoth.nullable().describe(
      'The account on whose line it goes on, since the two turned out to be one',
    ),
  })
  .meta({ id: 'TimeLine' });
export type TimeLine = z.infer<typeof TimeLine>;

export const accountSortings = ['name', 'health', 'next-call'] as const;

const accountFilters = {
  class: z
    .enum([...careClasses, 'any'])
    .default('any')
    .describe('any: all key accounts'),
  tier: Tier.optional(),
  band: z.enum(healthBands).optional(),
  inCare: z
    .union([uuid, z.enum(['me', 'nobody'])])
    .optional()
    .describe('Staff; me; nobody: no rep in care'),
  q: freeText(80).trim().min(1).optional().describe('Beginnings of words of the name, its pinyin, or the number'),
};

export const KeyAccountFilters = z.strictObject(accountFilters);
export type KeyAccountFilters = z.output<typeof KeyAccountFilters>;

export const KeyAccountQuery = z.strictObject({
  ...accountFilters,
  sort: z.enum(accountSortings).default('name').describe('health: the worst first; next-call: the earliest due first'),
  ...pageQuery,
});
export type KeyAccountQuery = z.output<typeof KeyAccountQuery>;

export const KeyAccountEntry = z
  .object({
    ...AccountDetail.pick({ id: true, number: true, name: true, nameZh: true, careClass: true, repInCare: true }).shape,
    industry: z.string(),
    tier: Tier.nullable(),
    health: z
      .object({ value: z.number(), band: z.enum(healthBands), on: z.iso.date() })
      .nullable()
      .describe('As it was reckoned last, by the day; null: not yet, or not for these eyes'),
    isHealthHidden: z.boolean().describe('It is for those who care for the account and those who lead them'),
    lastContactAt: at.nullable(),
    nextCall: z
      .object({ dueOn: z.iso.date(), onDay: z.iso.date().nullable(), staff: Named.nullable() })
      .nullable()
      .describe('null: none is planned'),
    openComplaints: z.int(),
  })
  .meta({ id: 'KeyAccountEntry' });
export type KeyAccountEntry = z.infer<typeof KeyAccountEntry>;

export const KeyAccountList = z
  .object({
    accounts: z.array(KeyAccountEntry),
    next,
    seesHealth: z.boolean().describe('Whether the health of any key account is for the viewer'),
  })
  .meta({ id: 'KeyAccountList' });
export type KeyAccountList = z.infer<typeof KeyAccountList>;
