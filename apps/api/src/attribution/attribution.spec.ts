import { v7 as uuid } from 'uuid';
import { aDepartment, aReason, aStaff, aSupervisorOf, aTeam, anAccount, anOrganisation } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { AttributionService } from './attribution.service.js';

describe('whose an event is', () => {
  let test: TestApp;
  let service: AttributionService;
  const may = new Date('2026-05-01T00:00:00Z');
  const june = new Date('2026-06-01T00:00:00Z');
  const july = new Date('2026-07-01T00:00:00Z');

  beforeAll(async () => {
    test = await createTestApp();
    service = test.app.get(AttributionService, { strict: false });
    await anOrganisation(test.database);
  });
  afterAll(() => test.close());

  async function aUnit() {
    const departmentId = await aDepartment(test.database);
    const teamId = await aTeam(test.database, departmentId);
    const supervisorId = await aStaff(test.database);
    await aSupervisorOf(test.database, teamId, supervisorId);
    return { departmentId, teamId, supervisorId };
  }
  const member = (staffId: string, teamId: string, from: Date, to: Date | null) =>
    test.database.change('INSERT INTO membership (id, staff_id, team_id, "from", "to") VALUES ($1, $2, $3, $4, $5)', [
      uuid(),
      staffId,
      teamId,
      from,
      to,
    ]);
  const one = async (event: Parameters<AttributionService['resolve']>[0][number]) =>
    (await service.resolve([event]))[0]!;

  it('is of the team in which the rep was at the time, the boundary belonging to the new one', async () => {
    const before = await aUnit();
    const after = await aUnit();
    const repId = await aStaff(test.database);
    await member(repId, before.teamId, may, june);
    await member(repId, after.teamId, june, null);
    const justBefore = new Date(june.getTime() - 1);
    expect(await service.resolve([justBefore, june, july].map((at) => ({ repId, at })))).toMatchObject([
      { teamId: before.teamId, supervisorId: before.supervisorId, handlingDepartmentId: before.departmentId },
      { teamId: after.teamId, supervisorId: after.supervisorId, handlingDepartmentId: after.departmentId },
      { teamId: after.teamId, supervisorId: after.supervisorId, handlingDepartmentId: after.departmentId },
    ]);
    expect(await one({ repId, at: new Date(may.getTime() - 1) })).toMatchObject({
      teamId: null,
      handlingDepartmentId: null,
      answerableDepartmentId: null,
    });
  });

  it('knows the supervisor of the time, and the stand-in where there is none', async () => {
    const { teamId, departmentId } = await (async () => {
      const id = await aDepartment(test.database);
      return { departmentId: id, teamId: await aTeam(test.database, id) };
    })();
    const [repId, first, standIn] = [
      await aStaff(test.database, { teamId }),
      await aStaff(test.database),
      await aStaff(test.database),
    ];
    const lead = (staffId: string, role: string, from: Date, to: Date | null) =>
      test.database.change(
        'INSERT INTO leadership (id, staff_id, role, team_id, "from", "to") VALUES ($1, $2, $3, $4, $5, $6)',
        [uuid(), staffId, role, teamId, from, to],
      );
    await lead(first, 'supervisor', may, june);
    await lead(standIn, 'stand-in', may, july);
    const at = (moment: Date) => ({ repId, at: moment });
    expect(await service.resolve([at(may), at(june), at(july)])).toMatchObject([
      { supervisorId: first, handlingDepartmentId: departmentId },
      { supervisorId: standIn },
      { supervisorId: null },
    ]);
  });

  it('takes the answerable department from the reason, climbing as far as need be', async () => {
    const own = await aUnit();
    const billing = await aDepartment(test.database);
    const delivery = await aDepartment(test.database);
    const repId = await aStaff(test.database, { teamId: own.teamId });
    const top = await aReason(test.database, billing);
    const below = await aReason(test.database, null, { parentId: top });
    const deepest = await aReason(test.database, null, { parentId: below });
    const departing = await aReason(test.database, delivery, { parentId: below });
    const answerable = (reasonId: string | null, answerableDepartmentId?: string) => ({
      repId,
      reasonId,
      answerableDepartmentId,
      at: june,
    });
    const resolved = await service.resolve([
      answerable(top),
      answerable(deepest),
      answerable(departing),
      answerable(null),
      answerable(deepest, delivery),
    ]);
    expect(resolved.map(({ answerableDepartmentId }) => answerableDepartmentId)).toEqual([
      billing,
      billing,
      delivery,
      own.departmentId,
      delivery,
    ]);
  });

  it('keeps the care class and the rep in care of the time, not the support', async () => {
    const { teamId } = await aUnit();
    const [repId, caring, support] = [
      await aStaff(test.database, { teamId }),
      await aStaff(test.database),
      await aStaff(test.database),
    ];
    const accountId = await anAccount(test.database);
    await test.database.change(
      'INSERT INTO account_class (id, account_id, class, "from", "to") VALUES ($1, $3, $4, $5, $6), ($2, $3, $7, $6, null)',
      [uuid(), uuid(), accountId, 'dormant', may, june, 'loyal'],
    );
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from", "to")
       VALUES ($1, $3, $4, 'rep', $6, $7), ($2, $3, $5, 'support', $6, null)`,
      [uuid(), uuid(), accountId, caring, support, may, july],
    );
    const at = (moment: Date) => ({ repId, accountId, at: moment });
    expect(await service.resolve([at(may), at(june), at(july)])).toMatchObject([
      { accountClass: 'dormant', repInCareId: caring },
      { accountClass: 'loyal', repInCareId: caring },
      { accountClass: 'loyal', repInCareId: null },
    ]);
  });

  it('takes the department as told where nobody handled it', async () => {
    const { departmentId } = await aUnit();
    expect(await one({ repId: null, handlingDepartmentId: departmentId, at: june })).toEqual({
      teamId: null,
      supervisorId: null,
      handlingDepartmentId: departmentId,
      answerableDepartmentId: departmentId,
      accountClass: null,
      repInCareId: null,
    });
  });
});
