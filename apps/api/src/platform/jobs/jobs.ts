import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Job, JobWithMetadata, PgBoss } from 'pg-boss';
import { CONFIG, type Config } from '../config/config.js';
import { isConnectionFault } from '../database/connection-fault.js';
import { Database, type Sql } from '../database/database.js';
import { Listening } from '../database/listening.js';
import type { JobQueue, Work } from './job-queue.js';
import { jobStore, storeIn, storeOn } from './job-store.js';

/** A new job wakes its worker; these looks are for what comes due later, and for a wake-up that was lost. */
const pollSeconds = { awake: 20, deaf: 5 };
/** How long a stop waits for the work in hand. */
const drainMilliseconds = 10_000;

interface Handled {
  readonly queue: JobQueue<object>;
  readonly work: Work<object>;
}

/**
 * Work that outlives the request: sent within the transaction that asks for it, done by any process, again until done.
 * It may be done twice where a process dies between doing and noting, so what must not be repeated guards itself.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly handled = new Map<string, Handled>();
  private readonly boss: PgBoss;
  private starting: Promise<void> = Promise.resolve();
  private isAway = false;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.boss = jobStore(
      { ...storeOn({ query: ((...of: [string]) => database.pool.query(...of)) as never }), listen: this.listen },
      { isWorking: config.JOBS === 'yes' },
    );
    this.boss.on('error', (error) => this.noteFault(error));
  }

  /** Says what is done with the jobs of a queue. Before the program has started. */
  handle<Data extends object>(queue: JobQueue<Data>, work: Work<Data>): void {
    this.handled.set(queue.name, { queue: queue, work: work as Work<object> });
  }

  /** Within the caller's transaction: there with its commit, and never without. What is urgent goes before what waits. */
  async send<Data extends object>(
    sql: Sql,
    { name }: JobQueue<Data>,
    data: Data,
    { notBefore, isUrgent = false }: { notBefore?: Date | undefined; isUrgent?: boolean } = {},
  ): Promise<void> {
    const when = { ...(notBefore && { startAfter: notBefore }), priority: isUrgent ? 1 : 0 };
    await this.boss.send(name, data, { db: storeIn(sql), ...when });
  }

  /**
   * Does here and now what is due, and what that sends, and says how much it was; `later`: also what is not due yet.
   * For specs, and for a process without workers of its own.
   */
  async runDue({ later = false } = {}): Promise<number> {
    let done = 0;
    for (let before = -1; before !== done;) {
      before = done;
      for (const { queue, work } of this.handled.values()) {
        const jobs = await this.boss.fetch<object>(queue.name, {
          ...{ batchSize: 100, includeMetadata: true, ignoreStartAfter: later && before === 0 },
        });
        for (const job of jobs) await this.runOne(queue, work, job);
        done += jobs.length;
      }
    }
    return done;
  }

  /** Gives back to the queue what a dead process had in hand. Workers do so by themselves each minute. */
  async takeBackLost(): Promise<void> {
    await this.boss.supervise();
  }

  onApplicationBootstrap(): void {
    if (this.config.JOBS === 'yes') this.starting = this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.starting;
    await this.boss.stop({ graceful: true, close: false, timeout: drainMilliseconds });
  }

  private async start(): Promise<void> {
    try {
      await this.boss.start({ attempts: 20 });
      for (const handled of this.handled.values())
        for (let n = 0; n < handled.queue.atOnce; n += 1) await this.startWorker(handled);
    } catch (error) {
      this.logger.error(`No jobs are done by this process: ${String(error)}`);
    }
  }

  /** One wake-up comes for all that one transaction sends: after each job the worker looks for another at once. */
  private async startWorker({ queue, work }: Handled): Promise<void> {
    const worker = await this.boss.work(
      queue.name,
      {
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds.deaf,
        notifyPollingIntervalSeconds: pollSeconds.awake,
      },
      async (jobs: JobWithMetadata[]) => {
        this.boss.notifyWorker(worker);
        for (const job of jobs) await work(job.data, { triesLeft: job.retryLimit - job.retryCount });
      },
    );
  }

  private async runOne(queue: JobQueue<object>, work: Work<object>, job: JobWithMetadata): Promise<void> {
    try {
      await work(job.data, { triesLeft: job.retryLimit - job.retryCount });
      await this.boss.complete(queue.name, attempt(job));
    } catch (error) {
      await this.boss.fail(queue.name, attempt(job), { message: String(error) });
    }
  }

  private readonly listen = async (channel: string, heard: (payload: string) => void, again: () => void) => {
    const listening = new Listening({
      ...{ databaseUrl: this.config.DATABASE_URL, name: 'forecall jobs', channels: [channel], heard, again },
    });
    await listening.start();
    return { close: () => listening.stop() };
  };

  /** While the database is away each look fails: it is said once. */
  private noteFault(error: Error): void {
    const isAway = isConnectionFault(error);
    if (isAway && this.isAway) return;
    this.isAway = isAway;
    this.logger.warn(isAway ? `Jobs wait for the database: ${error.message}` : error.message);
  }
}

const attempt = ({ id, retryCount }: Job) => ({ id, retryCount });
