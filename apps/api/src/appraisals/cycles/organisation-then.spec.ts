import { startOfDay } from '@forecall/domain';
import { anOrganisation, aStaff } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { membersThen } from './organisation-then.query.js';

const zone = 'Europe/Berlin';

describe('who was in teams within a period', () => {
  let test: TestApp;
  let desks: [Desk, Desk];
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desks = [await aDesk(test.database), await aDesk(test.database)];
  });
  afterAll(() => test.close());

  /** In the first team from a moment to another, then in the second one until the last. */
  async function aMember(...moments: string[]): Promise<string> {
    const id = await aStaff(test.database);
    for (const [place, from] of moments.slice(0, -1).entries())
      await test.database.change(
        `INSERT INTO membership (id, staff_id, team_id, "from", "to") VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
        [id, desks[place]!.teamId, from, moments[place + 1]],
      );
    return id;
  }

  it('is counted in days of the calendar: one of 25 hours is one, and so is one in two teams', async () => {
    const whole = await aMember('2025-09-30T22:00:00Z', '2025-10-31T23:00:00Z');
    const clocksSet = await aMember('2025-10-18T22:00:00Z', '2025-10-31T23:00:00Z');
    const moved = await aMember('2025-10-06T22:00:00Z', '2025-10-10T10:00:00Z', '2025-10-20T22:00:00Z');
    const [start, end] = [startOfDay('2025-10-01', zone), startOfDay('2025-11-01', zone)];
    const then = { start, end, today: '2025-11-02', writeBy: '2025-11-20' };
    const found = new Map((await membersThen(test.database, then)).map((one) => [one.staffId, one]));
    expect([whole, clocksSet, moved].map((id) => found.get(id)?.days)).toEqual([31, 13, 14]);
    expect(found.get(moved)).toMatchObject({ teamId: desks[1].teamId, isThere: false });
    expect(found.get(whole)).toMatchObject({ teamId: desks[0].teamId, isThere: true });
  });
});
