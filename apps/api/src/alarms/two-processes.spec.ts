import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { aWatchedDepartment, contactsAt } from '../testing/alarm-builders.js';
import { keptAlarms, playedAgain } from '../testing/alarm-replay.js';
import { anOrganisation } from '../testing/builders.js';
import { aDesk, type Desk } from '../testing/desk-builders.js';
import { type ApiProcess, startApiProcess } from '../testing/process.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

const minute = 60_000;

/** Two programs on one database, one of them killed in the middle: one alarm, and nothing lost or taken twice. */
describe('alarms under two processes', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let desk: Desk;
  let programs: ApiProcess[];
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(
      await new DataSource(dataSourceOptions({ DATABASE_URL: testDatabase.url, DATABASE_POOL: 4 })).initialize(),
    );
    await anOrganisation(database);
    desk = await aDesk(database);
    await aWatchedDepartment(database, desk.departmentId);
    programs = await Promise.all([startApiProcess(testDatabase.url), startApiProcess(testDatabase.url)]);
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop().catch(() => undefined)));
    await database.dataSource.destroy();
    await testDatabase.drop();
  });

  const arrive = (minutesAgo: number, complaints: number) =>
    contactsAt(database, {
      ...{ departmentId: desk.departmentId, contacts: 3, complaints },
      at: new Date(Math.floor(Date.now() / minute) * minute - minutesAgo * minute),
    });
  const taken = async () =>
    (
      await database.first<{ contacts: number }>(
        `SELECT coalesce(sum(contacts), 0)::int AS contacts FROM alarm_input WHERE kind = 'contacts'`,
      )
    )?.contacts;
  const until = async (contacts: number) => {
    while ((await taken()) !== contacts) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  it('raises one, tells of it once, and goes on where one of them died', async () => {
    for (let n = 0; n < 10; n += 1) await arrive(40 - n, 1);
    await until(30);
    const [first] = programs;
    const arriving = Promise.all(Array.from({ length: 20 }, (_, n) => arrive(25 - n, n % 2)));
    await first!.kill();
    await arriving;
    await until(90);
    const alarms = await database.rows<{ told: Date | null }>('SELECT told_at AS told FROM alarm');
    expect(alarms).toHaveLength(1);
    while (!(await database.first('SELECT FROM alarm WHERE told_at IS NOT NULL')))
      await new Promise((resolve) => setTimeout(resolve, 100));
    const told = await database.rows(`SELECT staff_id FROM notification WHERE kind = 'alarm-raised'`);
    expect(told).toEqual([{ staff_id: desk.supervisor.staffId }]);
    const [again, kept] = [await playedAgain(database), await keptAlarms(database)];
    expect(again.raised).toEqual(kept.raised);
    expect(again.ends).toEqual(kept.ends.map((end) => ({ ...end, sum: expect.closeTo(end.sum, 9) })));
  });
});
