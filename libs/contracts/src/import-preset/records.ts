import { careClasses } from '@forecall/domain';
import { z } from 'zod';
import { Attribute, AttributeName } from './attribute.js';
import { ColumnName, Condition } from './condition.js';
import { choiceOf, MomentSource, ReasonSource, StaffSource, TextSource, UnitSource } from './source.js';

/** Somebody of the staff, who belongs to the row's team from the given day on (left out: since always). */
export const StaffRecord = z.strictObject({
  when: Condition.optional(),
  person: StaffSource,
  email: TextSource.optional(),
  part: choiceOf(['member', 'supervisor', 'head']).default('member').describe('Leads the row’s team or department'),
  from: MomentSource.optional(),
  leftOn: MomentSource.optional().describe('The last day at work'),
});

/** A reason, with those above it. */
export const ReasonRecord = z.strictObject({
  when: Condition.optional(),
  path: ReasonSource,
  chinese: TextSource.optional().describe('The name in Chinese of the narrowest'),
  answerable: UnitSource.optional().describe('Left out: unit.answerable, else unit.department'),
});

/** A customer. `since`: from when class and care hold (left out: since always). */
export const AccountRecord = z.strictObject({
  when: Condition.optional(),
  number: TextSource.optional(),
  name: TextSource,
  chinese: TextSource.optional(),
  industry: TextSource.optional(),
  zone: TextSource.optional(),
  class: choiceOf(careClasses).optional(),
  care: StaffSource.optional().describe('The rep in care'),
  since: MomentSource.optional(),
  attributes: z.record(AttributeName, Attribute).default({}).describe('Beside those of a preset without a contact'),
});

/** Somebody at the row's customer. */
export const PersonRecord = z.strictObject({
  when: Condition.optional(),
  name: TextSource,
  chinese: TextSource.optional(),
  position: TextSource.optional(),
  email: TextSource.optional(),
  phones: z.array(TextSource).max(5).default([]),
  language: choiceOf(['en', 'zh']).optional(),
  influence: choiceOf(['decides', 'influences', 'uses', 'blocks']).optional(),
});

/** What the row's customer paid in a month. A month given before with the same amount adds nothing. */
export const RevenueRecord = z.strictObject({
  when: Condition.optional(),
  month: MomentSource,
  amount: z.strictObject({ column: ColumnName }),
});
