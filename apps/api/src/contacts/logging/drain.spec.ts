import { Client } from 'pg';
import { createApp } from '../../app.js';
import { readConfig } from '../../platform/config/config.js';
import { anOrganisation } from '../../testing/builders.js';
import { aContactBody, aDesk } from '../../testing/desk-builders.js';
import { createTestApp } from '../../testing/test-app.js';

describe('a process that is told to end', () => {
  it('answers what it took in, and has stored what it answered', async () => {
    const first = await createTestApp();
    await anOrganisation(first.database);
    const desk = await aDesk(first.database);
    const { connectionString } = first.database.pool.options;
    const second = await createApp(readConfig({ DATABASE_URL: connectionString, DATABASE_POOL: '4', PORT: '0' }));
    await second.listen(0, '127.0.0.1');
    const url = `${await second.getUrl()}/api/contacts`;
    const headers = { cookie: desk.rep.cookie, 'x-forecall': 'console', 'content-type': 'application/json' };

    const stored: string[] = [];
    let unanswered = 0;
    const send = async () => {
      for (;;) {
        const body = aContactBody();
        try {
          const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
          expect([201, 503]).toContain(answer.status);
          if (answer.status === 201) stored.push(body.id);
        } catch {
          unanswered += 1;
          return;
        }
      }
    };
    const sending = Array.from({ length: 12 }, send);
    while (stored.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await second.close();
    await Promise.all(sending);
    expect(unanswered).toBe(12);

    const client = new Client({ connectionString });
    await client.connect();
    const { rows } = await client.query('SELECT count(*)::int AS n FROM contact WHERE id = ANY ($1)', [stored]);
    await client.end();
    expect(rows).toEqual([{ n: stored.length }]);
    await first.close();
  });
});
