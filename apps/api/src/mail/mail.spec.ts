import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.js';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aMailServer, type Conduct, type MailServer } from '../testing/mail-server.js';
import { startApiProcess } from '../testing/process.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { MailService } from './mail.service.js';

describe('mail', () => {
  let server: MailServer;
  let test: TestApp;
  let person: SignedIn;
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const settings = () => ({ SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test' });
  beforeAll(async () => {
    server = await aMailServer();
    test = await createTestApp(settings());
    await anOrganisation(test.database);
    person = await aSignIn(test.database, { role: 'rep' });
  });
  beforeEach(async () => {
    server.conduct = 250;
    server.taken.length = 0;
    await test.database.change('WITH a AS (DELETE FROM pgboss.job) DELETE FROM mail');
  });
  afterAll(async () => {
    warned.mockRestore();
    await test.close();
    await server.close();
  });

  const queue = (changes: object = {}) =>
    test.database.transaction((sql) =>
      test.app.get(MailService).queue(sql, {
        ...{ staffId: person.staffId, kind: 'duty-due', to: 'liu.yan@beichen.test', notBefore: null },
        ...{ subject: 'Due now: 回访', body: 'Call back Mr Chen\n.\nhe waits\n', ...changes },
      }),
    );
  const run = () => test.app.get(Jobs).runDue({ later: true });
  const letter = () =>
    test.database.first<{ state: string; attempts: number; message_id: string; last_error: string | null }>(
      'SELECT state, attempts, message_id, last_error FROM mail',
    );

  it('goes out once, from us, as it was written', async () => {
    await queue();
    await run();
    await run();
    const { message_id: messageId } = (await letter())!;
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatchObject({
      ...{ messageId, subject: 'Due now: 回访', text: 'Call back Mr Chen\n.\nhe waits\n' },
      from: { value: [{ address: 'forecall@beichen.test', name: 'Forecall' }] },
      to: { value: [{ address: 'liu.yan@beichen.test' }] },
    });
    expect(await letter()).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
  });

  it('goes out with its event, and not without', async () => {
    const failed = test.database.transaction(async (sql) => {
      await test.app.get(MailService).queue(sql, {
        ...{
          staffId: person.staffId,
          kind: 'duty-due',
          to: 'liu.yan@beichen.test',
          subject: 'no',
          body: 'no',
          notBefore: null,
        },
      });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await run();
    expect(server.taken).toEqual([]);
  });

  it.each<[Conduct, string, number]>([
    [421, 'queued', 1],
    [451, 'queued', 1],
    ['cut-before-dot', 'queued', 1],
    // It was taken, and nobody could know: again, with the same Message-ID.
    ['cut-after-dot', 'uncertain', 2],
  ])('is tried again after %s', async (conduct, state, copies) => {
    await queue();
    server.conduct = conduct;
    await run();
    const before = await letter();
    expect(before).toMatchObject({ state, attempts: 1, last_error: expect.any(String) as string });
    server.conduct = 250;
    await run();
    expect(await letter()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.taken.map(({ messageId }) => messageId)).toEqual(Array(copies).fill(before?.message_id));
  });

  it('that is refused for good has failed, and is not tried again', async () => {
    await queue();
    server.conduct = 550;
    await run();
    await run();
    expect(await letter()).toMatchObject({ state: 'failed', attempts: 1 });
    expect(server.taken).toEqual([]);
  });

  it('waits for a server that is not there', async () => {
    const other = await createTestApp({ ...settings(), SMTP_URL: 'smtp://127.0.0.1:9' });
    const who = await aSignIn(other.database, { role: 'rep' });
    await other.database.transaction((sql) =>
      other.app.get(MailService).queue(sql, {
        ...{ staffId: who.staffId, kind: 'duty-due', to: 'a@b.test', subject: 's', body: 'b', notBefore: null },
      }),
    );
    await other.app.get(Jobs).runDue();
    expect(await other.database.first('SELECT state, attempts FROM mail')).toEqual({ state: 'queued', attempts: 1 });
    await other.close();
  });

  it('has no header that somebody wrote into a name or a text', async () => {
    await queue({ subject: 'Due\r\nBcc: all@beichen.test', to: 'liu.yan@beichen.test' });
    await run();
    expect(server.taken[0]?.headers.has('bcc')).toBe(false);
    expect(server.taken[0]?.subject).toContain('Bcc: all@beichen.test');
    await queue({ to: 'liu.yan@beichen.test>\r\nRCPT TO:<all@beichen.test' });
    await run();
    for (const { to } of server.taken) expect(JSON.stringify(to)).not.toContain('"all@beichen.test"');
  });

  it('of a process that is killed before it could note the answer goes out again, with the same Message-ID', async () => {
    server.conduct = 'no-answer';
    const program = await startApiProcess(test.databaseUrl, settings());
    await queue();
    while (server.taken.length === 0) await pause(20);
    await program.kill();
    server.conduct = 250;
    await test.database.change(
      `UPDATE pgboss.job SET started_on = now() - interval '10 minutes' WHERE state = 'active'`,
    );
    await test.app.get(Jobs).takeBackLost();
    await run();
    const row = await letter();
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([row?.message_id, row?.message_id]);
  });
});
