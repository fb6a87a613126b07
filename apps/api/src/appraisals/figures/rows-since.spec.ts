import { v7 as uuid } from 'uuid';
import { anOrganisation } from '../../testing/builders.js';
import { aDesk } from '../../testing/desk-builders.js';
import { aContact, anAnswer } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { rowsSince } from './rows-since.js';

describe('rows of a frozen figure', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  afterAll(() => test.close());

  it('are said to have come, gone or changed, the gone ones first, with what is known of them', async () => {
    const { departmentId, teamId, rep, supervisor } = await aDesk(test.database);
    const endedAt = new Date('2026-10-12T09:11:00Z');
    const of = { departmentId, teamId, repId: rep.staffId, supervisorId: supervisor.staffId, endedAt };
    const gone = await aContact(test.database, of);
    const answer = await anAnswer(test.database, await aContact(test.database, of), 5, endedAt);
    await test.database.change(`UPDATE contact SET voided_at = now(), void_reason = 'Twice' WHERE id = $1`, [gone]);
    const [same, came] = [uuid(), uuid()];
    const rows = await rowsSince(
      test.database,
      { [same]: '1/1', [gone]: '0/1', [answer]: '0/1' },
      { [came]: '1/1', [same]: '1/1', [answer]: '1/1' },
    );
    const at = endedAt.toISOString();
    const nothing = { complaintNumber: null, isVoided: false };
    expect(rows).toEqual([
      { ...nothing, id: gone, then: { numerator: 0, denominator: 1 }, now: null, at, isVoided: true },
      { ...nothing, id: came, then: null, now: { numerator: 1, denominator: 1 }, at: null },
      { ...nothing, id: answer, then: { numerator: 0, denominator: 1 }, now: { numerator: 1, denominator: 1 }, at },
    ]);
  });

  it('that are as they were are not named', async () => {
    expect(await rowsSince(test.database, { a: '1/1' }, { a: '1/1' })).toEqual([]);
  });
});
