import type {
  BoardStream,
  ContactList,
  CustomerHistory,
  DutyList,
  FigureReply,
  ReceiptReply,
} from '@forecall/contracts';
import { metricIds } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { apiDocument } from '../platform/docs/api-document.js';
import { foldAll } from '../tallies/fold.query.js';
import { anAccount, anOrganisation } from '../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import { aContactBody, aDesk, aPerson, type Desk, minutesAgo } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** Each row of a page or of a table by itself. */
function rowsOf(text: string): string[] {
  if (!text.startsWith('{')) return text.split('\n');
  const { contacts, complaints, entries, rows, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return [contacts, complaints, entries, rows]
    .flatMap((page) => (Array.isArray(page) ? (page as unknown[]) : []))
    .concat(rest)
    .map((row) => JSON.stringify(row));
}

/** Whoever is complained of leads the team that received it, and has the account in care: all ways lead to it. */
describe('who is complained of does not learn by whom', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  let accountId: string;
  let personId: string;
  let contactId: string;
  let complaintId: string;
  let number: string;
  let otherContactId: string;
  const period = { from: minutesAgo(60), to: new Date(Date.now() + 3_600_000).toISOString() };

  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
    accountId = await anAccount(test.database, { name: 'Quiet Harbour' });
    personId = await aPerson(test.database, accountId, { name: 'Quiet Chen' });
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', '2020-01-01')`,
      [uuid(), accountId, desk.supervisor.staffId],
    );
    otherContactId = (await requests.logged({ accountId, personId, endedAt: minutesAgo(4) })).contactId;
    const customer = { accountId, personId, note: 'Quiet words', attributes: { site: 'Quiet quay' } };
    const about = { repConcernedId: desk.supervisor.staffId, aboutContactId: otherContactId };
    ({ contactId, complaintId, number } = await requests.aComplaint(about, customer));
    await test.database.transaction(foldAll);
  });
  afterAll(() => test.close());

  const get = async (path: string, query: Record<string, string> = {}) =>
    test.http.get(path).query(query).set('Cookie', desk.supervisor.cookie);
  const read = async <Reply>(path: string, query: Record<string, string> = {}) =>
    (await requests.get(desk.supervisor, `${path}?${new URLSearchParams(query).toString()}`).expect(200)).body as Reply;

  it('by any route that is read: none tells of the customer and of the complaint', async () => {
    const holds = (told: string, traces: readonly string[]) => traces.some((trace) => told.includes(trace));
    /** Whether an answer joins the two, or one of them to what was asked. */
    const tells = (asked: string, told: string) => {
      const [complaint, customer] = [
        [contactId, complaintId, number],
        [accountId, personId, 'Quiet'],
      ];
      const isJoined = holds(asked + told, complaint) && holds(asked + told, customer);
      return isJoined && (holds(told, complaint) || holds(told, customer));
    };
    const telling: string[] = [];
    const ids = [contactId, complaintId, accountId, personId];
    const paths = Object.entries(apiDocument(test.app).paths).flatMap(([path, { get: read_ }]) => {
      const names = (read_?.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter.name] : []));
      const written =
        // A wallboard has a key of its own, and shows no customer.
        !read_ || path === '/api/wallboard'
          ? []
          : path.includes('{metric}')
            ? metricIds.map((metric) => path.replace('{metric}', metric))
            : path.includes('{')
              ? ids.map((id) => path.replaceAll(/\{\w+\}/g, id))
              : [path];
      return written.map((asked) => ({ path: asked, names }));
    });
    const queries: Record<string, string>[] = [
      {},
      period,
      { accountId },
      { personId },
      { conversationId: contactId },
      { state: 'all' },
    ];
    const scoped = { ...period, scope: `account:${accountId}` };
    const answered = new Set<string>();
    for (const { path, names } of paths)
      for (const query of path.includes('/figures/') ? [period, scoped] : path.endsWith('s') ? queries : [{}]) {
        // What a route does not take narrows nothing, so that its answer joins nothing.
        if (!path.includes('/figures/') && !Object.keys(query).every((name) => names.includes(name))) continue;
        const { text, status } = await get(path, query);
        if (status === 200) answered.add(path);
        const asked = `${path} ${JSON.stringify(query)}`;
        for (const told of rowsOf(text)) if (tells(asked, told)) telling.push(`${asked} ${told}`);
      }
    for (const path of [
      `contacts/${contactId}`,
      `complaints/${complaintId}`,
      `accounts/${accountId}/history`,
      'board/stream',
    ])
      expect(answered).toContain(`/api/${path}`);
    expect(answered).toContain('/api/figures/complaints-concerning/receipt.csv');
    expect(telling).toEqual([]);
  }, 120_000);

  it('by what they see of the contact, which others correct', async () => {
    expect(await read(`contacts/${contactId}`)).toMatchObject({
      account: null,
      person: null,
      isCustomerWithheld: true,
      note: '',
      attributes: {},
      mayCorrect: false,
      complaint: { number },
    });
    const body = { revision: 1, why: 'Curious', changes: { note: 'Changed' } };
    await test.http.patch(`/api/contacts/${contactId}`).set('Cookie', desk.supervisor.cookie).send(body).expect(403);
    expect((await requests.get(desk.head, `contacts/${contactId}`).expect(200)).body).toMatchObject({
      account: { id: accountId },
      isCustomerWithheld: false,
      note: 'Quiet words',
    });
  });

  it('by filters', async () => {
    const idsOf = async (query: Record<string, string>) =>
      (await read<ContactList>('contacts', query)).contacts.map(({ id }) => id);
    expect(await idsOf({ teamId: desk.teamId })).toEqual(expect.arrayContaining([contactId, otherContactId]));
    expect(await idsOf({ accountId })).toEqual([otherContactId]);
    expect(await idsOf({ personId })).toEqual([otherContactId]);
    expect(await read('complaints', { repConcernedId: desk.supervisor.staffId })).toMatchObject({
      complaints: [{ id: complaintId, account: null }],
    });
    expect(await read('complaints', { accountId })).toMatchObject({ complaints: [] });
  });

  it('by the history of a customer', async () => {
    for (const path of [`accounts/${accountId}/history`, `people/${personId}/history`]) {
      const { contacts, openComplaints } = await read<CustomerHistory>(path);
      expect(contacts.map(({ id }) => id)).toEqual([otherContactId]);
      expect(openComplaints).toEqual([]);
    }
  });

  it.each(['complaint-rate', 'complaints-concerning', 'open-complaints'])(
    'by groups and rows of %s',
    async (metric) => {
      const byAccount = await read<FigureReply>(`figures/${metric}`, { ...period, by: 'account' });
      expect(byAccount.total.numerator).toBe(1);
      expect(byAccount.groups.filter(({ figure }) => figure.numerator > 0)).toMatchObject([{ keys: [''] }]);
      const scope = `account:${accountId}`;
      expect((await read<FigureReply>(`figures/${metric}`, { ...period, scope })).total.numerator).toBe(0);
      const { rows } = await read<ReceiptReply>(`figures/${metric}/receipt`, { ...period, part: 'numerator' });
      expect(rows).toMatchObject([{ contactId, account: null }]);
      const csv = await requests.get(
        desk.supervisor,
        `figures/${metric}/receipt.csv?from=${period.from}&to=${period.to}&part=numerator`,
      );
      expect(csv.text).not.toContain('Quiet');
    },
  );

  it('by the stream of the board', async () => {
    const of = ({ entries }: BoardStream) => entries.filter((entry) => entry.complaintId === complaintId);
    expect(of(await read('board/stream'))).toMatchObject([{ account: null, isWithinScope: true }]);
    const { body } = await requests.get(desk.head, 'board/stream').expect(200);
    expect(of(body as BoardStream)).toMatchObject([{ account: { en: 'Quiet Harbour' } }]);
  });

  it('by duties about it, their own or given to them by who knows', async () => {
    for (const who of [desk.supervisor, desk.head])
      for (const about of [
        { entity: 'complaint', id: complaintId },
        { entity: 'contact', id: contactId },
      ]) {
        const duty = { what: 'Look into it', dueAt: period.to, ownerId: desk.supervisor.staffId, about };
        await requests.post(who, 'duties', duty).expect(201);
      }
    const { duties } = await read<DutyList>('duties');
    expect(duties).toHaveLength(4);
    expect(JSON.stringify(duties)).toContain(number);
    expect(JSON.stringify(duties)).not.toMatch(new RegExp(`Quiet|${accountId}`));
  });

  it('by linking another complaint to it: whatever its account, it is not known', async () => {
    for (const account of [accountId, await anAccount(test.database)]) {
      const told = aContactBody({ accountId: account, complaint: { repeatOfId: complaintId } });
      const { body } = await requests.post(desk.supervisor, 'contacts', told).expect(400);
      expect(body).toMatchObject({ code: 'unknown-complaint', fields: [{ path: 'complaint.repeatOfId' }] });
    }
    const repeat = await requests.aComplaint({ repeatOfId: complaintId }, { accountId });
    const seen = await requests.get(desk.supervisor, `complaints/${repeat.complaintId}`).expect(200);
    expect(seen.body).toMatchObject({ account: { id: accountId }, repeatOf: null });
  });

  it('unless they own it', async () => {
    await test.database.change('UPDATE complaint SET owner_id = rep_concerned_id WHERE id = $1', [complaintId]);
    expect(await read(`contacts/${contactId}`)).toMatchObject({ account: { id: accountId }, mayCorrect: true });
  });
});
