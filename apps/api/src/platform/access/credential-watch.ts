import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Viewer } from './viewer.js';
import { type Credential, type LiveCredential, liveCredentials } from './credential-watch.query.js';

/** `ended`: signed out, revoked, expired, disabled. `roles-changed`: still good, but for something else. */
export type EndReason = 'ended' | 'roles-changed';

const rolesOf = (grants: Viewer['grants'] = []) =>
  grants
    .map(({ role, unitId }) => `${role}:${unitId ?? ''}`)
    .toSorted()
    .join(',');

interface Watched {
  readonly credential: Credential;
  /** What it was good for when the watch began. */
  readonly roles: string;
  readonly onEnded: (reason: EndReason) => void;
}

/** With the query's own time this keeps under the second in which an ended credential must have no socket left. */
const intervalMs = 700;

/**
 * Tells within a second when what somebody came in with is no longer good: one query a round for all credentials that
 * have a socket in this process. Without an answer of the database nothing ends; nothing new can be read then either.
 */
@Injectable()
export class CredentialWatch implements OnModuleDestroy {
  private readonly logger = new Logger('access');
  private readonly watched = new Set<Watched>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(private readonly database: Database) {}

  /** Calls `onEnded` once. What comes back ends the watch: call it when the socket is closed for another reason. */
  watch(who: Credential & Partial<Pick<Viewer, 'grants'>>, onEnded: (reason: EndReason) => void): () => void {
    const entry = { credential: { via: who.via, credential: who.credential }, roles: rolesOf(who.grants), onEnded };
    this.watched.add(entry);
    this.plan();
    return () => this.watched.delete(entry);
  }

  onModuleDestroy(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private plan(): void {
    if (this.timer || this.isStopped || this.watched.size === 0) return;
    this.timer = setTimeout(() => {
      void this.round()
        .catch((error: unknown) => this.logger.warn(`Credentials could not be checked: ${String(error)}`))
        .finally(() => {
          this.timer = undefined;
          this.plan();
        });
    }, intervalMs);
  }

  private async round(): Promise<void> {
    const asked = [...this.watched];
    const alive = new Map<string, LiveCredential>();
    for (const row of await liveCredentials(
      this.database,
      asked.map(({ credential }) => credential),
    ))
      alive.set(`${row.via} ${row.credential}`, row);
    for (const entry of asked) {
      const { via, credential } = entry.credential;
      const found = alive.get(`${via} ${credential}`);
      if (found?.roles === entry.roles || !this.watched.delete(entry)) continue;
      entry.onEnded(found ? 'roles-changed' : 'ended');
    }
  }
}
