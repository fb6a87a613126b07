import { z } from 'zod';
import { instant, uuid } from './written.js';

/** Every administrative act that is recorded, past tense. A new one gets its words in the console with it. */
export const auditActs = [
  'act.undone',
  'calendar.changed',
  'calendar.day-added',
  'calendar.day-changed',
  'calendar.day-removed',
  'calendar.holidays-imported',
  'calendar.removed',
  'clock-rule.set',
  'clock-rule.withdrawn',
  'complaint-form.changed',
  'duty-setting.changed',
  'department.closed',
  'department.opened',
  'department.renamed',
  'department.reopened',
  'import.finished',
  'import.undone',
  'import-preset.removed',
  'import-preset.saved',
  'leave.cancelled',
  'leave.changed',
  'leave.entered',
  'leader.appointed',
  'leader.ended',
  'leader.withdrawn',
  'list.export-broken-off',
  'list.exported',
  'membership.ended',
  'membership.withdrawn',
  'organisation.changed',
  'organisation.founded',
  'reason.added',
  'reason.changed',
  'reason.closed',
  'reason.moved',
  'reason.placed',
  'reason.reopened',
  'report.mailed',
  'report.mailing-ended',
  'report.mailing-set',
  'report.shared',
  'report.unshared',
  'staff.came-back',
  'staff.changed',
  'staff.hired',
  'staff.left',
  'staff.moved',
  'team.closed',
  'team.opened',
  'team.renamed',
  'team.reopened',
  'token.made',
  'token.revoked',
  'user.disabled',
  'user.email-changed',
  'user.enabled',
  'user.first-administrator',
  'user.invited',
  'user.link-made',
  'user.role-ended',
  'user.role-given',
  'user.signed-out',
  'wallboard.opened',
  'wallboard.revoked',
  'account.care-ended',
  'account.care-given',
  'account.care-undone',
  'account.changed',
  'account.classed',
  'calendar-feed.made',
  'calendar-feed.revoked',
  'call-rule.set',
  'campaign.begun',
  'campaign.candidate-changed',
  'campaign.changed',
  'campaign.closed',
  'campaign.made',
  'exam-paper.changed',
  'exam-paper.made',
  'exam-paper.published',
  'customer.merged',
  'customer.merge-undone',
  'person.changed',
  'phone-line.opened',
  'phone-line.revoked',
] as const;
export type AuditAct = (typeof auditActs)[number];

const fields = z.record(z.string(), z.unknown()).nullable();

/** One administrative act, as it was recorded with it. */
export const AuditEntry = z
  .object({
    n: z.number().int().describe('Counts up; gaps are acts that were rolled back'),
    at: z.iso.datetime(),
    byId: uuid.nullable().describe('Sign-in; null: the program'),
    byName: z.string(),
    fromAddress: z.string(),
    act: z.string().describe('One of the acts this build knows, or an older one'),
    entity: z.string(),
    entityId: z.string(),
    entityName: z.string().describe('At that time'),
    before: fields,
    after: fields,
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = z.strictObject({
  entity: z.string().max(60).optional(),
  entityId: z.string().max(60).optional().describe('Together with `entity`'),
  by: uuid.optional().describe('Sign-in'),
  from: instant.optional(),
  to: instant.optional().describe('Not included'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.coerce.number().int().min(1).optional().describe('`next` of the page before'),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditPage = z
  .object({ entries: z.array(AuditEntry).describe('The newest first'), next: z.number().int().nullable() })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;
