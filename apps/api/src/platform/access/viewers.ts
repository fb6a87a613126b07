import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sha256 } from './secret.js';
import { noteUse, viewerOfSession, viewerOfToken } from './viewer.query.js';
import type { Viewer } from './viewer.js';

export const sessionCookie = 'forecall_session';

/** Says who comes with a credential, from the database at each request: what ended a moment ago is ended. */
@Injectable()
export class Viewers {
  constructor(private readonly database: Database) {}

  async bySession(secret: string, address: string): Promise<Viewer | undefined> {
    const hash = sha256(secret);
    const row = await viewerOfSession(this.database, hash);
    if (!row) return undefined;
    const { isUseOld, ...person } = row;
    if (isUseOld) await noteUse(this.database, 'session', hash);
    return { ...person, address, via: 'session', credential: hash.toString('hex') };
  }

  async byToken(secret: string, address: string): Promise<Viewer | undefined> {
    const hash = sha256(secret);
    const row = await viewerOfToken(this.database, hash);
    if (!row) return undefined;
    const { isUseOld, scopes, ...person } = row;
    if (isUseOld) await noteUse(this.database, 'api_token', hash);
    return { ...person, address, via: 'token', credential: hash.toString('hex'), tokenScopes: scopes };
  }
}
