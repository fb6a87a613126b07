import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { RoleName, TokenScope } from '@forecall/contracts';
import { Refuses } from '../http/refuses.js';
import type { Viewer } from './viewer.js';

/**
 * What a route or a live event asks of its caller. `roles`: one of them is enough (any signed-in person where it is
 * `any`); `token`: the scope that an API token needs, left out where tokens may not come at all.
 */
export interface Permission {
  readonly roles: readonly RoleName[] | 'any' | 'public';
  readonly token?: TokenScope;
  /** A public change that other systems send too, without a header of ours: no cookie counts there. */
  readonly fromAnywhere?: true;
  /** Sent by a page without scripts, which can add no header: that it is our own, its Origin says alone. */
  readonly isPlainForm?: true;
}

const staff = ['rep', 'supervisor', 'head'] as const;
const leaders = ['supervisor', 'head', 'executive'] as const;

/** Every permission there is. The matrix of routes x roles is generated from these and compared with a committed table. */
export const permissions = {
  public: { roles: 'public' },
  'session.own': { roles: 'any' },
  'organisation.read': { roles: 'any', token: 'organisation:read' },
  'organisation.manage': { roles: ['admin'], token: 'organisation:write' },
  'demo.leave': { roles: ['admin'] },
  'leave.read': { roles: 'any' },
  'leave.manage': { roles: ['supervisor', 'head', 'admin'] },
  'import.manage': { roles: ['admin'] },
  'bulk.enter': { roles: ['admin'], token: 'contacts:write' },
  'users.manage': { roles: ['admin'] },
  'tokens.manage': { roles: ['admin'] },
  'audit.read': { roles: ['admin'] },
  'tallies.read': { roles: ['admin'] },
  'wallboards.manage': { roles: [...leaders, 'admin'] },
  'wallboards.open': { roles: leaders },
  'calls.tell': { roles: 'public', fromAnywhere: true },
  'calls.own': { roles: staff },
  'phone-lines.manage': { roles: ['admin'] },
  'contact.log': { roles: staff, token: 'contacts:write' },
  'contact.read': { roles: [...staff, 'executive'], token: 'contacts:read' },
  'contact.correct': { roles: staff, token: 'contacts:write' },
  'contact.void': { roles: ['supervisor', 'head'] },
  'complaint-form.send': { roles: 'public', isPlainForm: true },
  'complaint-form.manage': { roles: ['admin', 'head'] },
  'complaint.log': { roles: staff, token: 'contacts:write' },
  'complaint.read': { roles: [...staff, 'executive'], token: 'contacts:read' },
  'complaint.work': { roles: staff, token: 'contacts:write' },
  'complaint.void': { roles: ['supervisor', 'head'] },
  'list.export': { roles: leaders },
  'view.own': { roles: 'any' },
  'customer.find': { roles: staff, token: 'customers:read' },
  'customer.create': { roles: [...staff, 'admin'] },
  'customer.merge': { roles: ['supervisor', 'head', 'admin'] },
  'account.read': { roles: [...staff, 'executive'], token: 'customers:read' },
  'account.know': { roles: staff },
  'account.direct': { roles: leaders },
  'planned-call.read': { roles: [...staff, 'executive'] },
  'planned-call.work': { roles: staff },
  'call-rules.read': { roles: [...staff, 'executive', 'admin'] },
  'call-rules.set': { roles: ['head', 'executive', 'admin'] },
  'promise.read': { roles: [...staff, 'executive'] },
  'promise.work': { roles: staff },
  'campaign.lead': { roles: ['head', 'executive'] },
  'exam.mark': { roles: [...staff, 'executive'] },
  'exam.sit': { roles: staff },
  'exam.read': { roles: [...staff, 'executive'] },
  'exam-paper.read': { roles: leaders },
  'exam-paper.write': { roles: ['head', 'executive'] },
  'appraisal.read': { roles: [...staff, 'executive'] },
  'appraisal.write': { roles: [...staff, 'executive'] },
  'appraisal.answer': { roles: staff },
  'appraisal.judge': { roles: ['head', 'executive'] },
  'appraisal-cycle.read': { roles: leaders },
  'appraisal-cycle.lead': { roles: ['executive'] },
  'appraisal-chain.read': { roles: ['admin'] },
  'competency.read': { roles: leaders },
  'upward.answer': { roles: staff },
  'upward.read': { roles: leaders },
  'answer.read': { roles: [...staff, 'executive'], token: 'contacts:read' },
  'answer.record': { roles: staff, token: 'contacts:write' },
  'answer.void': { roles: ['supervisor', 'head'] },
  'survey-form.read': { roles: [...staff, 'executive', 'admin'] },
  'survey.answer': { roles: 'public', isPlainForm: true },
  'survey.unsubscribe': { roles: 'public', fromAnywhere: true },
  'survey-link.read': { roles: leaders },
  'survey-link.manage': { roles: ['head', 'executive'] },
  'survey-ask.read': { roles: leaders },
  'survey-ask.bounce': { roles: [...leaders, 'admin'], token: 'contacts:write' },
  'survey-rules.read': { roles: [...leaders, 'admin'] },
  'survey-rules.set': { roles: ['head', 'executive', 'admin'] },
  'survey-form.write': { roles: ['head', 'executive'] },
  'figure.read': { roles: [...leaders, 'rep'], token: 'figures:read' },
  'indicator.set': { roles: ['executive'] },
  'scorecard.read': { roles: [...leaders, 'rep'] },
  'report.read': { roles: [...leaders, 'rep'], token: 'figures:read' },
  'report.keep': { roles: leaders },
  'team.read': { roles: leaders, token: 'figures:read' },
  'control-chart.read': { roles: leaders, token: 'figures:read' },
  'control-chart.set': { roles: ['head', 'executive'] },
  'duty.read': { roles: [...staff, 'executive'] },
  'duty.work': { roles: [...staff, 'executive'] },
  'duty.set': { roles: ['admin'] },
  'notification.read': { roles: 'any' },
  'board.watch': { roles: leaders },
  'alarm.work': { roles: leaders },
  'alarm.set': { roles: ['head', 'executive'] },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;
export const PERMISSION = 'forecall:permission';

/** Declares what a handler asks, to the guard and in the API's document. A handler without it stops the start. */
export function Permit(name: PermissionName): MethodDecorator {
  const { roles, token }: Permission = permissions[name];
  const marks = [SetMetadata(PERMISSION, name), Refuses(403)];
  if (roles !== 'public') marks.push(Refuses(401), ApiSecurity('session'));
  if (token) marks.push(ApiSecurity('token', [token]));
  return applyDecorators(...marks);
}

/** Whose roles may do it; null: it asks for none. */
export function rolesOf(name: PermissionName): readonly RoleName[] | null {
  const { roles }: Permission = permissions[name];
  return typeof roles === 'string' ? null : roles;
}

/** Whether a token with this scope is good for anything in the hands of somebody with these roles. */
export const servesRoles = (scope: TokenScope, held: readonly RoleName[]): boolean =>
  Object.values<Permission>(permissions).some(
    ({ roles, token }) => token === scope && (typeof roles === 'string' || roles.some((role) => held.includes(role))),
  );

/** Whether somebody may: one of the roles as of now, and for a token its scope besides. */
export function allows(viewer: Viewer, name: PermissionName): boolean {
  const { roles, token }: Permission = permissions[name];
  if (viewer.tokenScopes && (token === undefined || !viewer.tokenScopes.includes(token))) return false;
  return typeof roles === 'string' || viewer.grants.some((grant) => roles.includes(grant.role));
}
