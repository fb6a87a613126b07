import { Injectable } from '@nestjs/common';
import type {
  AuditAct,
  ChangeUser,
  EndRole,
  GiveRole,
  HandedLink,
  UserEntry,
  UserFile,
  UserPage,
  UserQuery,
} from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { keepAnAdmin } from '../../platform/access/last-admin.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { LinksService } from '../links/links.service.js';
import { RolesService } from './roles.service.js';
import { userById, userCount, userDetails, userPage } from './user.query.js';

/** Who may come in, and as what. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksService,
    private readonly roles: RolesService,
    private readonly trail: AuditTrail,
  ) {}

  async page(query: UserQuery): Promise<UserPage> {
    const [found, total] = await Promise.all([
      userPage(this.database, { ...query, limit: query.limit + 1 }),
      userCount(this.database, query),
    ]);
    const users = found.slice(0, query.limit);
    return { users, total, next: found.length > users.length ? (users.at(-1)?.id ?? null) : null };
  }

  async file(id: string): Promise<UserFile> {
    const [user, details] = await Promise.all([userById(this.database, id), userDetails(this.database, id)]);
    if (!user || !details) throw notFound('user');
    return { ...user, ...details };
  }

  giveRole(by: Viewer, id: string, asked: GiveRole): Promise<UserEntry> {
    return this.act(id, (sql, user) => this.roles.give(sql, by, user, asked));
  }

  endRole(by: Viewer, id: string, roleId: string, asked: EndRole): Promise<UserEntry> {
    return this.act(id, (sql, user) => this.roles.end(sql, by, user, roleId, asked));
  }

  changeEmail(by: Viewer, id: string, { email, revision }: ChangeUser): Promise<UserEntry> {
    return this.act(id, async (sql, user) => {
      const changed = await sql
        .change('UPDATE sign_in SET email = $2, revision = revision + 1 WHERE id = $1 AND revision = $3', [
          ...[id, email, revision],
        ])
        .catch((error: unknown) => {
          throw isTaken(error) ? emailTaken() : error;
        });
      if (changed === 0) throw conflict('changed-meanwhile', 'Somebody else changed this in the meantime.');
      await this.record(sql, by, user, 'user.email-changed', { email: user.email }, { email });
    });
  }

  /** Ends all sessions and links at once; tokens rest with their person. */
  disable(by: Viewer, id: string): Promise<UserEntry> {
    if (by.signInId === id) throw conflict('not-oneself', 'Nobody can disable the own sign-in.');
    return this.act(id, async (sql, user) => {
      if (user.state === 'disabled') return;
      await sql.change('UPDATE sign_in SET disabled_at = now(), revision = revision + 1 WHERE id = $1', [id]);
      await sql.change('DELETE FROM session WHERE sign_in_id = $1', [id]);
      await sql.change('DELETE FROM one_time_link WHERE sign_in_id = $1 AND used_at IS NULL', [id]);
      if (user.roles.some(({ role }) => role === 'admin')) await keepAnAdmin(sql);
      await this.record(sql, by, user, 'user.disabled');
    });
  }

  enable(by: Viewer, id: string): Promise<UserEntry> {
    return this.act(id, async (sql, user) => {
      if (user.state !== 'disabled') return;
      await sql.change('UPDATE sign_in SET disabled_at = NULL, revision = revision + 1 WHERE id = $1', [id]);
      await this.record(sql, by, user, 'user.enabled');
    });
  }

  endSessions(by: Viewer, id: string): Promise<UserEntry> {
    return this.act(id, async (sql, user) => {
      const ended = await sql.change('DELETE FROM session WHERE sign_in_id = $1', [id]);
      await this.record(sql, by, user, 'user.signed-out', null, { sessions: ended });
    });
  }

  /** An invitation as long as no password was chosen, a reset afterwards. */
  async makeLink(by: Viewer, id: string, base: string): Promise<HandedLink> {
    return this.database.transaction(async (sql) => {
      const user = await held(sql, id);
      if (user.state === 'disabled' || user.state === 'left')
        throw conflict('user-disabled', 'This person may not come in.');
      const purpose = user.state === 'invited' ? 'invitation' : 'reset';
      await this.record(sql, by, user, 'user.link-made', null, { purpose });
      return this.links.make(sql, purpose, id, base);
    });
  }

  private act(id: string, work: (sql: Sql, user: UserEntry) => Promise<void>): Promise<UserEntry> {
    return this.database.transaction(async (sql) => {
      await work(sql, await held(sql, id));
      return (await userById(sql, id)) ?? Promise.reject(notFound('user'));
    });
  }

  private record(
    sql: Sql,
    by: Viewer,
    { id, name }: UserEntry,
    act: AuditAct,
    before: object | null = null,
    after: object | null = null,
  ): Promise<void> {
    return this.trail.record(sql, by, { act, entity: 'sign_in', id, name, before, after });
  }
}

/** As it is, and held until the end of the transaction; acts by this person on others go on beside it. */
async function held(sql: Sql, id: string): Promise<UserEntry> {
  await sql.first('SELECT FROM sign_in WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const user = await userById(sql, id);
  if (!user) throw notFound('user');
  return user;
}

export const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';
export const emailTaken = () =>
  conflict('email-taken', 'Somebody else has this e-mail address.', {
    fields: [{ path: 'email', code: 'taken', message: 'taken' }],
  });
