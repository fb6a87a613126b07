import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import { apiDocument } from '../../platform/docs/api-document.js';
import { createTestApp, type TestApp } from '../test-app.js';
import { createLeaves, leaveList } from './leave-list.js';
import { complaintList, contactList, wallboardList, type WallboardRow } from './lists.js';
import { createScenery, type Scenery } from './scenery.js';
import { checkScopedList } from './scoped-list.js';

/** Lists that are the same for all who may ask; who may is in the table of access. */
const sameForAll: Record<string, string> = {
  'GET /api/users': 'administrators see everybody who may come in',
  'GET /api/tokens': 'administrators see every token',
  'GET /api/audit': 'administrators see every act',
  'GET /api/organisation/staff': 'who works where is known to everybody',
};

describe('a list holds what its reader may see, nothing else and nothing less', () => {
  let test: TestApp;
  let scenery: Scenery;
  beforeAll(async () => {
    test = await createTestApp();
    scenery = await createScenery(test.database);
  });
  afterAll(() => test.close());

  it('is proven of every list there is', () => {
    const { paths } = apiDocument(test.app);
    const lists = Object.entries(paths).flatMap(([path, { get }]) =>
      get?.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'limit') && !path.includes('{')
        ? [`GET ${path}`]
        : [],
    );
    const proven = [contactList(scenery), complaintList(scenery), leaveList(scenery), wallboardList].map(
      ({ route }) => route,
    );
    expect(lists.toSorted()).toEqual([...proven, ...Object.keys(sameForAll)].toSorted());
  });

  it('contacts', () => checkScopedList(test, contactList(scenery), scenery.contacts, scenery.visitors), 60_000);

  it('complaints', () => checkScopedList(test, complaintList(scenery), scenery.complaints, scenery.visitors), 60_000);

  it('leave', async () => {
    await checkScopedList(test, leaveList(scenery), await createLeaves(test.database, scenery), scenery.visitors);
  }, 60_000);

  it('wallboards', async () => {
    const rows: WallboardRow[] = [];
    const leaders = scenery.visitors.slice(2);
    for (let n = 0; n < 40; n += 1) {
      const departmentId = [null, ...scenery.departmentIds][n % 4]!;
      const row = { id: uuid(), departmentId, createdBy: leaders[n % 5]!.signInId, isRevoked: n % 3 === 0 };
      await test.database.change(
        `INSERT INTO wallboard (id, token_sha256, name, department_id, created_by, revoked_at)
         VALUES ($1, $2, 'hall', $3, $4, CASE WHEN $5 THEN now() END)`,
        [row.id, newSecret().hash, departmentId, row.createdBy, row.isRevoked],
      );
      rows.push(row);
    }
    await checkScopedList(test, wallboardList, rows, leaders);
  }, 60_000);
});
