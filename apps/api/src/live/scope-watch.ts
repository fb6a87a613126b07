import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import type { Beat } from '@forecall/contracts';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { Listening } from '../platform/database/listening.js';
import { liveChannel } from '../platform/personal/live-channel.js';
import { personalPayload } from '../platform/personal/personal-news.js';
import { movingImport } from './moving-import.query.js';

const pollMilliseconds = 1_000;

/** The id of a record that changed; null: any may have. */
type RecordListener = (id: string | null) => void;
/** Told by triggers on what a complaint is made of. */
const complaintChannel = 'forecall_complaint';
/** Told by triggers on what a campaign is made of. */
const campaignChannel = 'forecall_campaign';

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
  private readonly records = new Map<string, Set<RecordListener>>([
    [complaintChannel, new Set()],
    [campaignChannel, new Set()],
  ]);
  private readonly personal = new Set<() => void>();
  private readonly listening: Listening;
  private poll: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private shouldLookAgain = false;
  private isStopped = false;
  /** When the versions were last read; a process that cannot read them has nothing live to say. */
  lookedAt = 0;
  /** An import that is written or taken out in this moment. */
  moving: Beat['moving'] = null;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.listening = new Listening({
      databaseUrl: config.DATABASE_URL,
      name: 'forecall live',
      channels: [liveChannel, complaintChannel, campaignChannel],
      again: () => {
        for (const channel of this.records.keys()) this.tell(channel, null);
      },
      heard: (payload, channel) => {
        if (this.records.has(channel)) this.tell(channel, payload);
        else if (payload !== personalPayload) void this.look();
        else for (const listener of this.personal) listener();
      },
    });
  }

  get versions(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.known);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Somebody's own day or bell has changed. */
  onPersonal(listener: () => void): void {
    this.personal.add(listener);
  }

  /** Somebody changed a complaint, or something it is made of. */
  onComplaint(listener: RecordListener): void {
    this.records.get(complaintChannel)?.add(listener);
  }

  /** Somebody's exam, a candidate or the campaign itself changed. */
  onCampaign(listener: RecordListener): void {
    this.records.get(campaignChannel)?.add(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.poll = setInterval(() => void this.look(), pollMilliseconds);
    await this.listening.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.poll);
    await this.looking;
    await this.listening.stop();
  }

  private tell(channel: string, id: string | null): void {
    for (const listener of this.records.get(channel) ?? []) listener(id);
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
      this.moving = await movingImport(this.database);
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
