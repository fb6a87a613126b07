import type { SetUp, Trade } from '@forecall/contracts';
import { anOrganisation, aReason, type SignedIn } from '../testing/builders.js';
import { aDesk } from '../testing/desk-builders.js';
import { filledTables } from '../testing/filled-tables.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { aUser } from '../testing/users.js';
import { shippedTrades } from './trades/trade-files.js';

describe('the first steps of a company', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeEach(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aUser(test.database, { role: 'admin' });
  });
  afterEach(() => test.close());

  const get = (path = '') => test.http.get(`/api/set-up${path}`).set('Cookie', admin.cookie);
  const post = (path: string, body: object) => test.http.post(`/api/${path}`).set('Cookie', admin.cookie).send(body);
  const change = (body: object) => test.http.patch('/api/set-up').set('Cookie', admin.cookie).send(body);
  const draft = (page: string, text: string) =>
    test.http.put(`/api/set-up/drafts/${page}`).set('Cookie', admin.cookie).send({ text });
  const undo = (act: string) => post(`organisation/acts/${act}/undo`, {}).expect(200);
  const done = async () =>
    ((await get().expect(200)).body as SetUp).steps.filter(({ isDone }) => isDone).map(({ step }) => step);
  const rows = (text: string) => test.database.rows(text);

  it('are done as the records show, hidden and passed over as somebody says, and keep what was typed', async () => {
    expect(await done()).toEqual(['company']);
    await test.database.change('UPDATE organisation SET is_demo = true');
    expect((await get()).body).toMatchObject({ isDemo: true, name: 'Beichen Systems', isHidden: false, drafts: {} });
    await test.database.change('UPDATE organisation SET is_demo = false');
    const desk = await aDesk(test.database);
    await aReason(test.database, desk.departmentId);
    await post('calendars/holidays/import', { country: 'CN', year: 2026 }).expect(200);
    await change({ hasSeenBoard: true }).expect(200);
    expect(await done()).toEqual(['company', 'units', 'staff', 'reasons', 'hours', 'users', 'board']);

    await draft('units', 'Billing; 账务部').expect(204);
    await draft('staff', 'x').expect(204);
    await draft('staff', '').expect(204);
    await draft('mail', 'x').expect(400);
    const { body } = await change({ passed: ['hours'], isHidden: true }).expect(200);
    expect(body).toMatchObject({ isHidden: true, drafts: { units: 'Billing; 账务部' } });
    expect(body.drafts).not.toHaveProperty('staff');
    expect((body as SetUp).steps.filter(({ isPassed }) => isPassed)).toMatchObject([{ step: 'hours' }]);
    expect((await change({ isHidden: false }).expect(200)).body.isHidden).toBe(false);
  });

  it('open departments and teams at once, those that are there left as they are, and are undone as one', async () => {
    const team = (name: string) => ({ name, nameZh: null });
    const wanted = { departments: [{ name: 'Billing', nameZh: '账务部', teams: [team('North'), team('South')] }] };
    const { body } = await post('set-up/units', wanted).expect(201);
    expect(await rows('SELECT name, name_zh FROM department')).toEqual([{ name: 'Billing', name_zh: '账务部' }]);
    expect((await post('set-up/units', wanted).expect(409)).body.code).toBe('nothing-new');
    await undo(body.act);
    expect(await filledTables(test.database)).not.toContain('department');
    await post('set-up/units', wanted).expect(201);
    const more = { departments: [{ name: 'billing', teams: [team('West')] }, { name: 'Repairs' }] };
    await post('set-up/units', more).expect(201);
    expect(await rows('SELECT name FROM team ORDER BY 1')).toHaveLength(3);
    expect(await rows('SELECT name FROM department ORDER BY 1')).toEqual([{ name: 'Billing' }, { name: 'Repairs' }]);
    await post('set-up/units', { departments: [{ name: ' ' }] }).expect(400);
  });

  const line = (n: number, cells: object) => ({ line: n, ...cells });

  it('say of a table of people what is wrong with each cell, and change nothing until all is right', async () => {
    await post('set-up/units', { departments: [{ name: 'Billing', teams: [{ name: 'North' }] }] }).expect(201);
    await test.database.change(`UPDATE staff SET email = 'taken@beichen.test', external_id = 'T-1'`);
    const lines = [
      line(1, {
        department: 'Billing',
        team: 'North',
        name: '王芳',
        email: 'wang@beichen.test',
        number: '7',
        isSupervisor: true,
      }),
      line(2, {
        department: 'billing',
        team: 'north',
        name: 'Li Lei',
        email: 'WANG@beichen.test',
        number: '7',
        isSupervisor: true,
      }),
      line(3, { department: 'Billing', name: '', email: 'nobody', number: 'T-1' }),
      line(4, { team: 'South', name: 'Zhao', email: 'Taken@beichen.test' }),
      line(5, { name: 'Sun', isSupervisor: true }),
    ];
    const { body } = await post('set-up/staff/check', { lines }).expect(200);
    expect(
      (body.faults as { line: number; column: string; code: string }[]).map((one) => Object.values(one).join(' ')),
    ).toEqual([
      '2 email email-twice',
      '2 number number-twice',
      '2 isSupervisor second-supervisor',
      '3 team team-needed',
      '3 name required',
      '3 email email',
      '3 number number-taken',
      '4 department required',
      '4 email email-taken',
      '5 isSupervisor leads-no-team',
    ]);
    const { body: refused } = await post('set-up/staff', { lines }).expect(400);
    expect(refused).toMatchObject({ code: 'staff-table' });
    expect(refused.fields[0]).toMatchObject({ path: 'lines.2.email', code: 'email-twice' });
    expect(await rows('SELECT FROM staff')).toHaveLength(1);
  });

  it('take a table of people as one act, open the units that are new, and name who leads', async () => {
    const lines = [
      line(1, {
        department: 'Billing',
        team: 'North',
        name: '王芳',
        email: 'wang@beichen.test',
        number: '7',
        isSupervisor: true,
      }),
      line(2, { department: 'billing', team: 'north', name: 'Li Lei' }),
      line(3, { name: 'Sun' }),
    ];
    const { body: checked } = await post('set-up/staff/check', { lines }).expect(200);
    expect(checked).toEqual({
      faults: [],
      newDepartments: ['billing'],
      newTeams: [{ department: 'billing', team: 'north' }],
    });
    const { body } = await post('set-up/staff', { lines }).expect(201);
    expect(
      await rows(`
        SELECT s.name, s.external_id AS number, t.name AS team, l.role FROM staff s
        LEFT JOIN membership m ON m.staff_id = s.id LEFT JOIN team t ON t.id = m.team_id LEFT JOIN leadership l ON l.staff_id = s.id
        WHERE s.name <> 'Lin Yue' ORDER BY s.created_at, s.id`),
    ).toEqual([
      { name: '王芳', number: '7', team: 'North', role: 'supervisor' },
      { name: 'Li Lei', number: null, team: 'North', role: null },
      { name: 'Sun', number: null, team: null, role: null },
    ]);
    const { body: again } = await post('set-up/staff/check', {
      lines: [line(1, { ...lines[0], email: '', number: '' })],
    });
    expect(again.faults).toEqual([{ line: 1, column: 'isSupervisor', code: 'has-supervisor' }]);
    await undo(body.act);
    expect(await filledTables(test.database)).not.toContain('leadership');
    expect(await rows('SELECT FROM staff')).toHaveLength(1);
  });

  it('take over chosen reasons of a trade, each with the department that answers, and are undone as one', async () => {
    const { body: units } = await post('organisation/departments', { name: 'Cash' }).expect(201);
    const trade = ((await get('/trades').expect(200)).body.trades as Trade[]).find(({ id }) => id === 'banking')!;
    const [cards, accounts] = trade.groups;
    const chosen = [cards!.reasons[0]!.key, cards!.reasons[3]!.key, accounts!.reasons[1]!.key];
    const answers = (kinds: Record<string, string | null>) =>
      Object.entries(kinds).map(([kind, departmentId]) => ({ kind, departmentId }));
    const body = {
      trade: 'banking',
      chosen,
      departments: answers({ cards: null, branches: units.id, accounts: units.id }),
    };
    const missing = await post('set-up/reasons', { ...body, departments: answers({ cards: null }) }).expect(400);
    expect(missing.body.code).toBe('reason-without-department');
    await post('set-up/reasons', { ...body, chosen: ['Cards/Nothing'] }).expect(400);
    await post('set-up/reasons', { ...body, trade: 'circus' }).expect(404);
    expect(await filledTables(test.database)).not.toContain('reason');

    const { body: added } = await post('set-up/reasons', body).expect(201);
    const { body: tree } = await test.http.get('/api/organisation/reasons').set('Cookie', admin.cookie).expect(200);
    const departments = await rows('SELECT id, name FROM department');
    const nameOf = new Map(departments.map(({ id, name }) => [id as string, name as string]));
    expect(
      (tree.reasons as { depth: number; nameEn: string; answerableDepartmentId: string }[]).map(
        ({ depth, nameEn, answerableDepartmentId }) => `${depth} ${nameEn}: ${nameOf.get(answerableDepartmentId)}`,
      ),
    ).toEqual([
      '0 Cards: Cards',
      '1 Card lost or stolen: Cards',
      '1 New or replaced card: Cash',
      '0 Accounts and payments: Cash',
      '1 Fees and charges: Cash',
    ]);
    expect((await post('set-up/reasons', body).expect(409)).body.code).toBe('nothing-new');
    await undo(added.act);
    expect(await filledTables(test.database)).not.toContain('reason');
    expect(await rows('SELECT FROM department')).toHaveLength(1);
  });

  it('know eight trades, each with twelve to twenty reasons in both languages', () => {
    expect(shippedTrades().map(({ id }) => id)).toHaveLength(8);
    for (const { id, groups, kinds } of shippedTrades()) {
      const reasons = groups.flatMap((group) => group.reasons);
      expect([id, reasons.length >= 12 && reasons.length <= 20]).toEqual([id, true]);
      expect(new Set(reasons.map(({ key }) => key)).size).toBe(reasons.length);
      for (const { nameEn, nameZh } of [...groups, ...reasons, ...kinds]) {
        expect(nameEn).not.toMatch(/\p{Script=Han}/u);
        expect(nameZh).toMatch(/\p{Script=Han}/u);
      }
      const used = new Set(reasons.map(({ kind }) => kind).concat(groups.map(({ kind }) => kind)));
      expect([...used].toSorted()).toEqual(kinds.map(({ kind }) => kind).toSorted());
    }
  });
});
