import { Injectable } from '@nestjs/common';
import type { OneTimeLink, Problem, RedeemLinkRequest } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Sql } from '../../platform/database/database.js';
import { refuseUnknownZone } from '../../platform/database/known-zone.js';
import { hashPassword } from '../sign-in/password.js';
import { badRequest, ProblemError } from '../../platform/http/problem.js';
import {
  addFirstAdministrator,
  type FirstAdministrator,
  foundOrganisation,
  hasSignIn,
  holdSignIns,
} from './first-run.query.js';

type Entry = Omit<FirstAdministrator, 'argon2id'> & { organisation: { name: string; zone: string } | undefined };

/** A new installation: nobody can sign in yet, and the one link in the terminal makes the first who can. */
@Injectable()
export class FirstRunService {
  constructor(private readonly trail: AuditTrail) {}

  check(request: RedeemLinkRequest, link: OneTimeLink): Entry {
    const { name, email, organisationName, zone, locale = null } = request;
    const asked = { name, email, ...(link.organisationName === null && { organisationName, zone }) };
    const missing: NonNullable<Problem['fields']> = Object.entries(asked)
      .filter(([, value]) => value === undefined)
      .map(([path]) => ({ path, code: 'required', message: 'is needed on the first run' }));
    if (name === undefined || email === undefined || missing.length > 0)
      throw badRequest('invalid', `Missing: ${missing.map(({ path }) => path).join(', ')}`, { fields: missing });
    const isNew = link.organisationName === null && organisationName !== undefined && zone !== undefined;
    return { name, email, locale, organisation: isNew ? { name: organisationName, zone } : undefined };
  }

  /** What is kept of the first administrator's password. */
  keptOf(password: string): Promise<string> {
    return hashPassword(password);
  }

  /** Gives the id of the new sign-in. */
  async begin(sql: Sql, { organisation, ...person }: Entry & FirstAdministrator, address: string): Promise<string> {
    await holdSignIns(sql);
    if (await hasSignIn(sql)) throw new ProblemError(410, 'link-used', 'The first run is over.');
    if (organisation) await refuseUnknownZone(sql, organisation.zone);
    const founded = organisation && (await foundOrganisation(sql, { ...organisation, locale: person.locale ?? 'en' }));
    const signInId = await addFirstAdministrator(sql, person);
    const by = { signInId, name: person.name, address };
    if (founded) {
      const { name } = organisation;
      const entry = { act: 'organisation.founded', entity: 'organisation', id: founded.id, name } as const;
      await this.trail.record(sql, by, { ...entry, after: organisation });
    }
    await this.trail.record(sql, by, {
      ...{ act: 'user.first-administrator', entity: 'sign_in', id: signInId, name: person.name },
      after: { email: person.email, roles: ['admin', 'executive'] },
    });
    return signInId;
  }
}
