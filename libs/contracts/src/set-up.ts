import { z } from 'zod';
import { Name, Zone } from './organisation.js';
import { LocaleName, NewPassword } from './session.js';
import { freeText, uuid } from './written.js';

/** The pages of the wizard, in its order; each can be done alone, passed over and come back to. */
export const setUpPages = ['company', 'units', 'staff', 'reasons', 'hours'] as const;
export const SetUpPage = z.enum(setUpPages).meta({ id: 'SetUpPage' });
export type SetUpPage = z.infer<typeof SetUpPage>;

/** What a new company does first: the wizard's pages, and what follows them. */
export const firstSteps = [...setUpPages, 'users', 'clocks', 'mail', 'past', 'contact', 'board'] as const;
export const FirstStep = z.enum(firstSteps).meta({ id: 'FirstStep' });
export type FirstStep = z.infer<typeof FirstStep>;

/** What was typed on a page and is not yet saved as what it means. */
const Draft = freeText(50_000);

export const SetUp = z
  .object({
    isDemo: z.boolean().describe('The company is made up and can be left for one of your own'),
    name: z.string().describe('Of the company'),
    steps: z.array(
      z.object({
        step: FirstStep,
        isDone: z.boolean().describe('As the records show'),
        isPassed: z.boolean().describe('Passed over in the wizard'),
      }),
    ),
    isHidden: z.boolean().describe('The first steps are not shown'),
    drafts: z.partialRecord(SetUpPage, z.string()),
  })
  .meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;

export const ChangeSetUp = z
  .strictObject({
    passed: z
      .array(SetUpPage)
      .max(setUpPages.length)
      .optional()
      .describe('The pages that are passed over, all of them'),
    isHidden: z.boolean().optional(),
    hasSeenBoard: z.literal(true).optional(),
  })
  .meta({ id: 'ChangeSetUp' });
export type ChangeSetUp = z.infer<typeof ChangeSetUp>;

export const SetUpDraft = z.strictObject({ text: Draft }).meta({ id: 'SetUpDraft' });
export type SetUpDraft = z.infer<typeof SetUpDraft>;

/** Everything of the demo goes, and one person remains: the new company's administrator. */
export const LeaveDemo = z
  .strictObject({
    demoName: z.string().max(200).describe('The name of the demo company, typed: this cannot be undone'),
    organisationName: Name,
    zone: Zone,
    locale: LocaleName.describe('Of the company, and of the person'),
    name: Name,
    email: z.email().max(254),
    password: NewPassword,
  })
  .meta({ id: 'LeaveDemo' });
export type LeaveDemo = z.infer<typeof LeaveDemo>;

const names = { name: Name, nameZh: Name.nullable().default(null) };

/** Departments with their teams. Those that are there already by their name are left as they are. */
export const OpenUnits = z
  .strictObject({
    departments: z
      .array(z.strictObject({ ...names, teams: z.array(z.strictObject(names)).max(100).default([]) }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'OpenUnits' });
export type OpenUnits = z.output<typeof OpenUnits>;

const cell = freeText(300).default('');
export const staffColumns = ['department', 'team', 'name', 'email', 'number'] as const;
export type StaffColumn = (typeof staffColumns)[number] | 'isSupervisor';

/** A line of the table of people, as it was typed. */
const staffLine = {
  line: z.int().min(1).max(100_000).describe('In the table as typed, counted from 1'),
  department: cell,
  team: cell,
  name: cell,
  email: cell,
  number: cell,
  isSupervisor: z.boolean().default(false).describe('Leads the team'),
};
export const mostStaffLines = 500;

export const StaffTable = z
  .strictObject({ lines: z.array(z.strictObject(staffLine)).min(1).max(mostStaffLines) })
  .meta({ id: 'StaffTable' });
export type StaffTable = z.output<typeof StaffTable>;

/** Codes of what is wrong with a cell; the console says them. */
export const staffFaults = [
  'required',
  'too-long',
  'email',
  'email-taken',
  'email-twice',
  'number-taken',
  'number-twice',
  'team-needed',
  'leads-no-team',
  'has-supervisor',
  'second-supervisor',
] as const;
export const StaffFault = z
  .object({
    line: z.int(),
    column: z.enum([...staffColumns, 'isSupervisor']),
    code: z.enum(staffFaults),
  })
  .meta({ id: 'StaffFault' });
export type StaffFault = z.infer<typeof StaffFault>;

/** What the table would do; nothing is changed. */
export const CheckedStaff = z
  .object({
    faults: z.array(StaffFault).describe('By line'),
    newDepartments: z.array(z.string()),
    newTeams: z.array(z.object({ department: z.string(), team: z.string() })),
  })
  .meta({ id: 'CheckedStaff' });
export type CheckedStaff = z.infer<typeof CheckedStaff>;

const inBoth = { nameEn: z.string(), nameZh: z.string() };
const key = z.string().min(1).max(200);

/** A ready-made set of reasons. `kind` names who answers, to be given a department of one's own. */
export const Trade = z
  .object({
    id: z.string(),
    ...inBoth,
    kinds: z.array(z.object({ kind: z.string(), ...inBoth })),
    groups: z.array(
      z.object({
        ...inBoth,
        kind: z.string(),
        reasons: z.array(z.object({ key, ...inBoth, kind: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Trade' });
export type Trade = z.infer<typeof Trade>;
export const Trades = z.object({ trades: z.array(Trade) }).meta({ id: 'Trades' });
export type Trades = z.infer<typeof Trades>;

export const AddTradeReasons = z
  .strictObject({
    trade: z.string().max(60),
    chosen: z.array(key).min(1).max(200).describe('Keys of its reasons'),
    departments: z
      .array(
        z.strictObject({
          kind: z.string().max(60),
          departmentId: uuid.nullable().describe('Who answers; null: a department of that name is opened'),
        }),
      )
      .max(50),
  })
  .meta({ id: 'AddTradeReasons' });
export type AddTradeReasons = z.infer<typeof AddTradeReasons>;
