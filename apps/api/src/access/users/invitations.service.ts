import { Injectable } from '@nestjs/common';
import type { InvitedUser, InviteUser } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ActsService } from '../../organisation/acts/acts.service.js';
import { StaffService } from '../../organisation/staff/staff.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { LinksService } from '../links/links.service.js';
import { RolesService } from './roles.service.js';
import { userById } from './user.query.js';
import { emailTaken, isTaken } from './users.service.js';

interface Invited {
  readonly id: string;
  readonly name: string;
}

/** Lets somebody in: staff who are known, or new ones. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly acts: ActsService,
    private readonly staff: StaffService,
    private readonly links: LinksService,
    private readonly roles: RolesService,
    private readonly trail: AuditTrail,
  ) {}

  /** There is no mail yet: the link is handed over by whoever invites. */
  invite(by: Viewer, { who, email, locale, roles }: InviteUser, base: string): Promise<InvitedUser> {
    return this.database.asOne(async (sql) => {
      const staff = 'staffId' in who ? await this.known(sql, who.staffId) : await this.hire(by, who, email);
      const id = uuid();
      await sql
        .change('INSERT INTO sign_in (id, staff_id, email, locale) VALUES ($1, $2, $3, $4)', [
          ...[id, staff.id, email, locale],
        ])
        .catch((error: unknown) => {
          throw isTaken(error) ? emailTaken() : error;
        });
      await this.trail.record(sql, by, {
        ...{ act: 'user.invited', entity: 'sign_in', id, name: staff.name, after: { email } },
      });
      for (const role of roles) await this.roles.give(sql, by, { id, name: staff.name }, role);
      const link = await this.links.make(sql, 'invitation', id, base);
      const user = await userById(sql, id);
      if (!user) throw notFound('user');
      return { user, link };
    });
  }

  private async known(sql: Sql, staffId: string): Promise<Invited> {
    const staff = await sql.first<Invited & { hasSignIn: boolean; leftOn: string | null }>(
      /* sql */ `
      SELECT s.id, s.name, EXISTS (SELECT FROM sign_in i WHERE i.staff_id = s.id) AS "hasSignIn",
        CASE WHEN s.left_on < (SELECT (now() AT TIME ZONE zone)::date FROM organisation) THEN s.left_on::text END AS "leftOn"
      FROM staff s WHERE s.id = $1 FOR NO KEY UPDATE`,
      [staffId],
    );
    if (!staff) throw notFound('person');
    if (staff.hasSignIn)
      throw conflict('user-exists', `${staff.name} has a sign-in already.`, { values: { name: staff.name } });
    if (staff.leftOn !== null)
      throw conflict('has-left', `${staff.name} has left.`, { values: { name: staff.name, day: staff.leftOn } });
    return staff;
  }

  private async hire(by: Viewer, who: { name: string; externalId: string | null }, email: string): Promise<Invited> {
    const details = { ...who, email, zone: null, extension: null, teamId: null, from: null };
    const { id } = await this.acts.run(by, (act) => this.staff.hire(act, details));
    return { id, name: who.name };
  }
}
