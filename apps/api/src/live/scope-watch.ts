import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { liveChannel } from '../tallies/fold.query.js';

const pollMilliseconds = 1_000;
const listenAgainMilliseconds = 2_000;

/** The id of a complaint that changed; null: any may have. */
type ComplaintListener = (id: string | null) => void;
/** Told by triggers on what a complaint is made of. */
const complaintChannel = 'forecall_complaint';

type Listener = (changed: ReadonlySet<string>) => void;

/**
 * Knows the newest version of every scope. A NOTIFY of the fold wakes it at once; it looks once a second besides, so a
 * lost NOTIFY, a restarted database or a connection pooler only costs a second.
 */
@Injectable()
export class ScopeWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly known = new Map<string, number>();
  private readonly listeners = new Set<Listener>();
  private readonly complaintListeners = new Set<ComplaintListener>();
  private client: Client | undefined;
  private poll: NodeJS.Timeout | undefined;
  private listenAgain: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private shouldLookAgain = false;
  private isStopped = false;
  /** When the versions were last read; a process that cannot read them has nothing live to say. */
  lookedAt = 0;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get versions(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.known);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  onComplaint(listener: ComplaintListener): void {
    this.complaintListeners.add(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.poll = setInterval(() => void this.look(), pollMilliseconds);
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.poll);
    clearTimeout(this.listenAgain);
    await this.looking;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'forecall live',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === complaintChannel) this.tellComplaint(payload ?? null);
      else void this.look();
    });
    client.on('error', () => undefined);
    client.on('end', () => this.planToListen());
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}; LISTEN ${complaintChannel}`);
      this.tellComplaint(null);
    } catch {
      await client.end().catch(() => undefined);
      this.planToListen();
    }
  }

  private tellComplaint(id: string | null): void {
    for (const listener of this.complaintListeners) listener(id);
  }

  private planToListen(): void {
    clearTimeout(this.listenAgain);
    if (!this.isStopped) this.listenAgain = setTimeout(() => void this.listen(), listenAgainMilliseconds);
  }

  /** One look at a time; a call during a look leads to one more. */
  private look(): Promise<void> {
    if (this.looking) {
      this.shouldLookAgain = true;
      return this.looking;
    }
    this.looking = this.readVersions().finally(() => {
      this.looking = undefined;
      if (!this.shouldLookAgain || this.isStopped) return;
      this.shouldLookAgain = false;
      void this.look();
    });
    return this.looking;
  }

  private async readVersions(): Promise<void> {
    try {
      const rows = await this.database.rows<{ scope: string; version: number }>(
        'SELECT scope, version::float8 AS version FROM scope_version',
      );
      const isFirst = this.lookedAt === 0;
      this.lookedAt = Date.now();
      const changed = new Set(
        rows.filter(({ scope, version }) => this.known.get(scope) !== version).map(({ scope }) => scope),
      );
      for (const { scope, version } of rows) this.known.set(scope, version);
      if (!isFirst && changed.size > 0) for (const listener of this.listeners) listener(changed);
    } catch (error) {
      this.logger.debug(`Versions could not be read: ${String(error)}`);
    }
  }
}
