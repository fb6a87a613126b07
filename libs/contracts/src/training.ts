import { z } from 'zod';
import { Revision } from './organisation.js';
import { day, freeText, Named, NamedInBoth, uuid, visibleLine, Why } from './written.js';

const attendance = {
  personId: uuid,
  isPresent: z.boolean().nullable().default(null).describe('null: expected, and not noted yet whether they came'),
  score: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .default(null)
    .describe('What they thought of it, 5 the best; null: not asked'),
  feedback: freeText(500).trim().default(''),
};

const told = {
  topic: visibleLine(200),
  heldOn: day,
  trainerId: uuid.nullable().default(null).describe('Of ours; null: somebody else'),
  material: freeText(500).trim().default('').describe('What was handed out, or where it is'),
  expectation: freeText(500).trim().default('').describe('What they expect of us by now, in their words'),
  attendance: z
    .array(z.strictObject(attendance))
    .max(200)
    .refine((all) => new Set(all.map(({ personId }) => personId)).size === all.length, 'each person once')
    .default([]),
};

export const HoldTraining = z.strictObject(told).meta({ id: 'HoldTraining' });
export type HoldTraining = z.output<typeof HoldTraining>;

export const ChangeTraining = z.strictObject({ ...told, revision: Revision }).meta({ id: 'ChangeTraining' });
export type ChangeTraining = z.output<typeof ChangeTraining>;

export const VoidTraining = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'VoidTraining' });
export type VoidTraining = z.output<typeof VoidTraining>;

/** Made void by mistake: it stands again as it stood. */
export const RestoreTraining = z.strictObject({ revision: Revision }).meta({ id: 'RestoreTraining' });
export type RestoreTraining = z.output<typeof RestoreTraining>;

export const TrainingChanged = z.object({ id: uuid, revision: Revision }).meta({ id: 'TrainingChanged' });
export type TrainingChanged = z.infer<typeof TrainingChanged>;

export const TrainingEntry = z
  .object({
    id: uuid,
    topic: z.string(),
    heldOn: z.iso.date(),
    isAhead: z.boolean().describe('Its day has not begun'),
    trainer: Named.nullable(),
    material: z.string(),
    expectation: z.string(),
    attendance: z.array(
      z.object({
        person: NamedInBoth,
        isPresent: z.boolean().nullable(),
        score: z.int().nullable(),
        feedback: z.string(),
      }),
    ),
    revision: Revision,
  })
  .meta({ id: 'TrainingEntry' });
export type TrainingEntry = z.infer<typeof TrainingEntry>;

export const TrainingList = z
  .object({
    trainings: z.array(TrainingEntry).describe('The last first, at most 100'),
    wanted: z.object({
      isWanted: z.boolean().describe('A key account without a session in the last 12 months, and none is planned'),
      lastHeldOn: z.iso.date().nullable().describe('null: never'),
      people: z
        .array(NamedInBoth)
        .describe('Who are there, came to none in the last 12 months and are expected at none; at most 50'),
    }),
    mayWork: z.boolean(),
  })
  .meta({ id: 'TrainingList' });
export type TrainingList = z.infer<typeof TrainingList>;
