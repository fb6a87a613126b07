import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, LocaleName, OwnSession } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badRequest, notFound } from '../../platform/http/problem.js';
import { Limits } from './limits.js';
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.query.js';
import { hashPassword, isPassword } from './password.js';

/** What everybody may change about the own sign-in. */
@Injectable()
export class OwnService {
  constructor(
    private readonly database: Database,
    private readonly limits: Limits,
  ) {}

  sessions(viewer: Viewer): Promise<OwnSession[]> {
    return ownSessions(this.database, viewer.signInId, viewer.credential);
  }

  async endSession(viewer: Viewer, id: string): Promise<void> {
    if ((await endOwnSession(this.database, viewer.signInId, id)) === 0) throw notFound('session');
  }

  /** A wrong current password counts as a try: an open screen is no way round the pause. */
  async changePassword(viewer: Viewer, { currentPassword, newPassword }: ChangePasswordRequest): Promise<void> {
    const triesLeft = await this.limits.takeTry(viewer.signInId);
    const row = await this.database.first<{ argon2id: string | null }>('SELECT argon2id FROM sign_in WHERE id = $1', [
      viewer.signInId,
    ]);
    if (!(await isPassword(row?.argon2id, currentPassword))) {
      if (triesLeft === 0) throw await this.limits.pause(viewer.signInId);
      throw badRequest('password-wrong', 'The current password is wrong.', { values: { triesLeft } });
    }
    await this.limits.forget(viewer.signInId);
    if (newPassword === currentPassword) throw badRequest('new-password-same', 'The new password is the old one.');
    const argon2id = await hashPassword(newPassword);
    await this.database.transaction(async (sql) => {
      await sql.change('UPDATE sign_in SET argon2id = $2, revision = revision + 1 WHERE id = $1', [
        viewer.signInId,
        argon2id,
      ]);
      await endOtherSessions(sql, viewer.signInId, viewer.credential);
    });
  }

  async setLocale(viewer: Viewer, locale: LocaleName | null): Promise<void> {
    await this.database.change('UPDATE sign_in SET locale = $2 WHERE id = $1', [viewer.signInId, locale]);
  }
}
