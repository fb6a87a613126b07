import type { ReceiptReply } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import { apiDocument } from '../../platform/docs/api-document.js';
import { createTestApp, type TestApp } from '../test-app.js';
import { campaignList, createCampaigns } from './campaigns.js';
import { createExams, ownExamList, toMarkList } from './exams.js';
import { createGoldSessions, goldSessionList, goldToMarkList } from './gold-sessions.js';
import { createLeaves, leaveList } from './leave-list.js';
import { complaintList, contactList, reportList, type ReportRow, wallboardList, type WallboardRow } from './lists.js';
import { createDuties, dutyList } from './duties.js';
import { createPromises, promiseList } from './promises.js';
import { createScenery, type Scenery } from './scenery.js';
import { createAsks, surveyAskList } from './survey-asks.js';
import { checkScopedList } from './scoped-list.js';

/** Lists that are the same for all who may ask; who may is in the table of access. */
const sameForAll: Record<string, string> = {
  'GET /api/alarms':
    'alarms of every department are known to all who see the board; to whom they name a customer alarms.spec.ts says',
  'GET /api/notifications': 'everybody sees their own; notification.spec.ts says so',
  'GET /api/users': 'administrators see everybody who may come in',
  'GET /api/callers': 'callers of those one leads; calls.spec says whose',
  'GET /api/exam-papers': 'rubrics and role plays are known to all who lead; who may change them paper.spec.ts says',
  'GET /api/survey-forms': 'what customers are asked is known to all who work with customers',
  'GET /api/survey-open-links':
    'links of the departments one leads or leads a team of; survey-links.spec.ts says whose',
  'GET /api/appraisal-cycles':
    'cycles are known to all who are appraised; what is counted in them appraisals.spec.ts says',
  'GET /api/appraisals': 'one’s own once given, those one writes, and those one leads; appraisals.spec.ts says whose',
  'GET /api/scorecards': 'cards of those one leads, and one’s own; scorecards.spec.ts says whose',
  'GET /api/indicators': 'executives set what is wanted, and see all of it',
  'GET /api/tokens': 'administrators see every token',
  'GET /api/audit': 'administrators see every act',
  'GET /api/accounts':
    'key accounts are known to everybody who may ask; who sees their health account-list.spec.ts says',
  'GET /api/imports': 'administrators see every import',
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
    const proven = [
      contactList(scenery),
      complaintList(scenery),
      leaveList(scenery),
      wallboardList,
      reportList,
      dutyList(scenery),
      promiseList(scenery),
      campaignList(scenery),
      toMarkList,
      ownExamList,
      goldSessionList([]),
      goldToMarkList,
      surveyAskList(scenery),
    ].map(({ route }) => route);
    expect(lists.toSorted()).toEqual([...proven, ...Object.keys(sameForAll)].toSorted());
  });

  it('contacts', () => checkScopedList(test, contactList(scenery), scenery.contacts, scenery.visitors), 60_000);

  it('complaints', () => checkScopedList(test, complaintList(scenery), scenery.complaints, scenery.visitors), 60_000);

  it('the rows behind a figure, which show a complaint to whoever sees it, and say how many more there are', async () => {
    const { contacts, complaints, visitors } = scenery;
    const received = new Map(complaints.map((complaint) => [complaint.contact.id, complaint]));
    const { isSeen } = complaintList(scenery);
    // Figures count who had an account in care when the contact was logged, and these were logged with nobody.
    const isContactSeen = contactList({ ...scenery, carers: new Map() }).isSeen;
    const period = 'from=2026-01-01&to=2026-01-03&limit=500';
    // A rep alone has only own figures; leaders have those of all departments, with rows of others left out.
    for (const visitor of visitors.slice(2)) {
      for (const part of ['numerator', 'denominator'] as const) {
        const { body } = await test.http
          .get(`/api/figures/complaint-rate/receipt?${period}&part=${part}`)
          .set('Cookie', visitor.cookie)
          .expect(200);
        const { rows, hidden } = body as ReceiptReply;
        const behind = part === 'denominator' ? contacts : contacts.filter(({ id }) => received.has(id));
        const seen = behind.filter((contact) => {
          const complaint = received.get(contact.id);
          return isContactSeen(contact, visitor) || (complaint !== undefined && isSeen(complaint, visitor));
        });
        expect(rows.map(({ id }) => id).toSorted()).toEqual(seen.map(({ id }) => id).toSorted());
        expect(hidden).toBe(behind.length - seen.length);
        for (const { id, account } of rows) {
          const complaint = received.get(id);
          const isWithheld =
            !visitor.isExecutive && complaint?.concernedId === visitor.staffId && complaint.ownerId !== visitor.staffId;
          expect(account === null).toBe(isWithheld);
        }
      }
    }
  }, 60_000);

  it('duties', async () => {
    await checkScopedList(test, dutyList(scenery), await createDuties(test.database, scenery), scenery.visitors);
  }, 60_000);

  it('promises', async () => {
    await checkScopedList(test, promiseList(scenery), await createPromises(test.database, scenery), scenery.visitors);
  }, 60_000);

  it('campaigns', async () => {
    await checkScopedList(test, campaignList(scenery), await createCampaigns(test.database, scenery), scenery.visitors);
  }, 60_000);

  it('exams to mark, and those that one sits', async () => {
    const rows = await createExams(test.database, scenery);
    await checkScopedList(test, toMarkList, rows, scenery.visitors);
    await checkScopedList(
      test,
      ownExamList,
      rows,
      scenery.visitors.filter(({ isExecutive }) => !isExecutive),
    );
  }, 60_000);

  it('gold sessions of one’s departments, and those that one marks', async () => {
    const rows = await createGoldSessions(test.database, scenery);
    const heads = scenery.visitors.filter(({ isExecutive, departmentIds }) => isExecutive || departmentIds.length > 0);
    await checkScopedList(test, goldSessionList(rows), rows, heads);
    await checkScopedList(test, goldToMarkList, rows, scenery.visitors);
  }, 60_000);

  it('surveys that were asked', async () => {
    const leaders = scenery.visitors.slice(2);
    await checkScopedList(test, surveyAskList(scenery), await createAsks(test.database, scenery), leaders);
  }, 60_000);

  it('leave', async () => {
    await checkScopedList(test, leaveList(scenery), await createLeaves(test.database, scenery), scenery.visitors);
  }, 60_000);

  it('reports', async () => {
    const rows: ReportRow[] = [];
    const { visitors } = scenery;
    const definition = { metrics: ['handled'], scope: [], period: 'last-week', by: [], compare: [], view: 'table' };
    const asked = JSON.stringify({ ...definition, clock: 'end', threshold: 20, letters: 'as-recorded' });
    for (let n = 0; n < 40; n += 1) {
      const ownerId = visitors[n % visitors.length]!.signInId;
      const row = { id: uuid(), ownerId, isShared: n % 3 === 0, isDeleted: n % 5 === 0 };
      await test.database.change(
        `INSERT INTO report (id, owner_id, name, definition, is_shared, deleted_at)
         VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END)`,
        [row.id, ownerId, `Report ${n}`, asked, row.isShared, row.isDeleted],
      );
      rows.push(row);
    }
    await checkScopedList(test, reportList, rows, visitors);
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
