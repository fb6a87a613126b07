import { v7 as uuid } from 'uuid';
import type { Effects } from '@forecall/contracts';
import { aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('a change dated in the past', () => {
  let test: TestApp;
  let admin: SignedIn;
  let billing: string;
  let repairs: string;
  let east: string;
  let staff: string;
  let reason: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    [billing, repairs] = [await aDepartment(test.database), await aDepartment(test.database)];
    east = await aTeam(test.database, billing);
    staff = await aStaff(test.database, { teamId: east });
    const top = await aReason(test.database, repairs);
    reason = await aReason(test.database, repairs, { parentId: top });
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) await aContact(`${day}T00:30:00+08:00`);
    await aContact('2026-03-04T00:30:00+08:00', 1);
  });
  afterAll(() => test.close());

  async function aContact(at: string, complaintMark = 0) {
    await test.database.change(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, reason_id,
         rep_id, team_id, handling_department_id, answerable_department_id, complaint_mark, first_sha256)
       VALUES ($1, $1, 'phone', 'in', 'service', 'handled', $2, $2, $3, $4, $5, $6, $7, $8, '')`,
      [uuid(), at, reason, staff, east, billing, repairs, complaintMark],
    );
  }
  const effects = async (of: string, id: string, from: string): Promise<Effects> => {
    const path = `/api/organisation/effects?of=${of}&id=${id}&from=${from}`;
    const { body } = await test.http.get(path).set('Cookie', admin.cookie).expect(200);
    return body as Effects;
  };

  it('says what was recorded since then, counted from midnight in the zone of the organisation', async () => {
    expect(await effects('staff', staff, '2026-03-02')).toEqual({
      contacts: 3,
      complaints: 1,
      answers: 0,
      atMost: 100_000,
    });
    expect(await effects('staff', staff, '2026-03-05')).toMatchObject({ contacts: 0 });
    expect(await effects('team', east, '2026-03-03')).toMatchObject({ contacts: 2 });
    expect(await effects('department', billing, '2026-03-03')).toMatchObject({ contacts: 2 });
    expect(await effects('department', repairs, '2026-03-03')).toMatchObject({ contacts: 2 });
    expect(await effects('reason', reason, '2026-03-04')).toMatchObject({ contacts: 1, complaints: 1 });
  });

  it('leaves them as they are', async () => {
    const frozen = () =>
      test.database.rows(
        'SELECT id, rep_id, team_id, handling_department_id, answerable_department_id FROM contact ORDER BY id',
      );
    const before = await frozen();
    const teamId = await aTeam(test.database, repairs);
    const body = { teamId, from: '2026-03-01', revision: 1 };
    await test.http.post(`/api/organisation/staff/${staff}/move`).set('Cookie', admin.cookie).send(body).expect(200);
    expect(await frozen()).toEqual(before);
  });
});
