import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readConfig } from '../platform/config/config.js';
import { apiDocument } from '../platform/docs/api-document.js';
import { Database } from '../platform/database/database.js';
import { type HttpClient, httpClient } from './http-client.js';
import { replyCheck } from './reply-check.js';
import { createTestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  /** Where it listens, for sockets and for second clients. */
  readonly url: string;
  /** An HTTP client without a session, but with the header of our own pages. */
  readonly http: HttpClient;
  /** Of its database, for other clients. */
  readonly databaseUrl: string;
  /** Ends the program and, unless it is still looked at, drops the database. */
  close(options?: { keepDatabase?: boolean }): Promise<void>;
}

/**
 * The real program on a real, empty, migrated database and a free port. Call in beforeAll, close in afterAll. Jobs and
 * the clock run only when a spec says so (`Jobs.runDue`), unless it sets JOBS to yes.
 */
export async function createTestApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const testDatabase = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: testDatabase.url, DATABASE_POOL: '8', PORT: '0', JOBS: 'no', ...settings });
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    database: app.get(Database),
    url,
    http: httpClient(url, replyCheck(apiDocument(app))),
    databaseUrl: testDatabase.url,
    close: async ({ keepDatabase = false } = {}) => {
      await app.close();
      if (!keepDatabase) await testDatabase.drop();
    },
  };
}
