import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Gathered } from '../database/gathered.js';
import { sha256 } from './secret.js';
import {
  noteUse,
  type TokenViewerRow,
  viewerOfStaff,
  type ViewerRow,
  viewersOfSessions,
  viewersOfTokens,
} from './viewer.query.js';
import type { Viewer } from './viewer.js';

export const sessionCookie = 'forecall_session';

/**
 * Says who comes with a credential, from the database at each request: what ended a moment ago is ended. Requests that
 * come together are looked up together.
 */
@Injectable()
export class Viewers {
  private readonly sessions: Gathered<ViewerRow>;
  private readonly tokens: Gathered<TokenViewerRow>;

  constructor(private readonly database: Database) {
    this.sessions = new Gathered((hashes) => viewersOfSessions(database, hashes));
    this.tokens = new Gathered((hashes) => viewersOfTokens(database, hashes));
  }

  async bySession(secret: string, address: string): Promise<Viewer | undefined> {
    const hash = sha256(secret);
    const row = await this.sessions.get(hash.toString('hex'));
    if (!row) return undefined;
    const { isUseOld, ...person } = row;
    if (isUseOld) await noteUse(this.database, 'session', hash);
    return { ...person, address, via: 'session', credential: hash.toString('hex') };
  }

  /** With the reach of this moment; undefined for whoever may not come in. */
  async byStaff(staffId: string): Promise<Viewer | undefined> {
    const person = await viewerOfStaff(this.database, staffId);
    return person && { ...person, address: '', via: 'session', credential: '' };
  }

  async byToken(secret: string, address: string): Promise<Viewer | undefined> {
    const hash = sha256(secret);
    const row = await this.tokens.get(hash.toString('hex'));
    if (!row) return undefined;
    const { isUseOld, scopes, ...person } = row;
    if (isUseOld) await noteUse(this.database, 'api_token', hash);
    return { ...person, address, via: 'token', credential: hash.toString('hex'), tokenScopes: scopes };
  }
}
