import { Client } from 'pg';

const listenAgainMilliseconds = 2_000;

/**
 * Hears channels of the database on a connection of its own, and takes it up again when it is lost. What was sent
 * meanwhile is lost: `again` says when to look for oneself.
 */
export class Listening {
  private client: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly options: {
      readonly databaseUrl: string;
      readonly name: string;
      readonly channels: readonly string[];
      readonly heard: (payload: string, channel: string) => void;
      readonly again?: () => void;
    },
  ) {}

  async start(): Promise<void> {
    const { databaseUrl, name, channels, heard, again } = this.options;
    const client = new Client({ connectionString: databaseUrl, application_name: name, keepAlive: true });
    client.on('notification', ({ payload, channel }) => heard(payload ?? '', channel));
    client.on('error', () => undefined);
    client.on('end', () => this.planToStart());
    this.client = client;
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      again?.();
    } catch {
      await client.end().catch(() => undefined);
      this.planToStart();
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }

  private planToStart(): void {
    clearTimeout(this.again);
    if (!this.isStopped) this.again = setTimeout(() => void this.start(), listenAgainMilliseconds);
  }
}
