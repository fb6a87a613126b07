import type { AccountCreated, ContactList, CustomerMerged, FigureReply, SimilarCustomers } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { verifyTallies } from '../../tallies/verify.js';
import { anOrganisation, type SignedIn } from '../../testing/builders.js';
import { complaintRequests } from '../../testing/complaint-requests.js';
import { aContactBody, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('customers that turn out to be the same', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const get = (path: string) => test.http.get(`/api/${path}`).set('Cookie', desk.supervisor.cookie);
  const account = async (name: string, phones: string[] = []) =>
    (await post(desk.supervisor, 'accounts', { name, people: [{ name: `${name} person`, phones }] }).expect(201))
      .body as AccountCreated;
  const contact = async (customer: object) => {
    const body = aContactBody(customer);
    await post(desk.rep, 'contacts', body).expect(201);
    return body.id;
  };
  const contactsOf = async (accountId: string) =>
    ((await get(`contacts?accountId=${accountId}`).expect(200)).body as ContactList).contacts.map(({ id }) => id);
  const merge = (kind: string, goneId: string, into: string, who: SignedIn = desk.supervisor) =>
    post(who, `${kind}/${goneId}/merge`, { into, why: 'The same bank' });
  const reply = async (metric: string, query: string) =>
    (await get(`figures/${metric}?${query}&from=2020-01-01&to=2100-01-01`).expect(200)).body as FigureReply;
  const figure = async (metric: string, query: string) => (await reply(metric, query)).total;

  it('become one: contacts, answers and people follow, figures of units stay', async () => {
    const [gone, kept] = [await account('Gone'), await account('Kept')];
    const personId = gone.personIds[0]!;
    const id = await contact({ personId, complaint: { summary: 'x' } });
    await post(desk.rep, `contacts/${id}/answers`, { score: 2 }).expect(201);
    const own = await contact({ accountId: kept.id });
    const scope = `scope=department:${desk.departmentId}`;
    const before = [await figure('complaint-rate', scope), await figure('csat', scope)];

    const { body } = await merge('accounts', gone.id, kept.id).expect(200);
    expect(body).toMatchObject({ contacts: 1, people: 1 });
    expect((await contactsOf(kept.id)).toSorted()).toEqual([id, own].toSorted());
    expect(await contactsOf(gone.id)).toEqual([]);
    expect((await get(`accounts/${gone.id}`)).body.mergedInto).toEqual({ id: kept.id, name: 'Kept', nameZh: null });
    expect((await get(`accounts/${kept.id}`)).body.people).toHaveLength(2);
    expect((await get(`accounts/${kept.id}/history`)).body.openComplaints).toHaveLength(1);
    expect([await figure('complaint-rate', scope), await figure('csat', scope)]).toEqual(before);
    const { groups } = await reply('handled', `by=account&${scope}`);
    expect(groups).toMatchObject([{ names: [{ en: 'Kept' }], figure: { numerator: 2 } }]);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('take contacts that were logged for the one that is gone', async () => {
    const [gone, kept] = [await account('Gone offline'), await account('Kept online')];
    await merge('accounts', gone.id, kept.id).expect(200);
    const late = await contact({ accountId: gone.id, personId: gone.personIds[0] });
    expect(await contactsOf(kept.id)).toEqual([late]);
  });

  it('are parted again', async () => {
    const [gone, kept] = [await account('Parted'), await account('Stays')];
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '1 day')`,
      [uuid(), gone.id],
    );
    const [before, own] = [await contact({ accountId: gone.id }), await contact({ accountId: kept.id })];
    const { mergeId } = (await merge('accounts', gone.id, kept.id).expect(200)).body as CustomerMerged;
    const meanwhile = await contact({ accountId: kept.id });
    await post(desk.supervisor, `customer-merges/${mergeId}/undo`).expect(200);
    expect(await contactsOf(gone.id)).toEqual([before]);
    expect((await contactsOf(kept.id)).toSorted()).toEqual([own, meanwhile].toSorted());
    expect((await get(`accounts/${gone.id}`)).body).toMatchObject({
      mergedInto: null,
      careClass: 'loyal',
      people: [{ name: 'Parted person' }],
    });
    await post(desk.supervisor, `customer-merges/${mergeId}/undo`).expect(404);
  });

  it('in a chain lead to the last one', async () => {
    const [one, two, three] = [await account('One'), await account('Two'), await account('Three')];
    const first = (await merge('accounts', one.id, two.id).expect(200)).body as CustomerMerged;
    await merge('accounts', two.id, three.id).expect(200);
    const late = await contact({ accountId: one.id });
    expect(await contactsOf(three.id)).toEqual([late]);
    expect((await post(desk.supervisor, `customer-merges/${first.mergeId}/undo`).expect(409)).body.code).toBe(
      'merged-on',
    );
  });

  it('are parted with their people, whose contacts follow them, and not while people of both are merged', async () => {
    const [gone, kept] = [await account('Parted people'), await account('Stays too')];
    const [ours, theirs] = [gone.personIds[0]!, kept.personIds[0]!];
    const corrected = await contact({ accountId: gone.id });
    const { mergeId } = (await merge('accounts', gone.id, kept.id).expect(200)).body as CustomerMerged;
    const undo = (id: string) => post(desk.supervisor, `customer-merges/${id}/undo`);
    const people = (await merge('people', ours, theirs).expect(200)).body as CustomerMerged;
    expect((await undo(mergeId).expect(409)).body.code).toBe('merged-on');
    await undo(people.mergeId).expect(200);

    const meanwhile = await contact({ personId: ours });
    await post(desk.rep, `contacts/${meanwhile}/answers`, { score: 2 }).expect(201);
    await test.http
      .patch(`/api/contacts/${corrected}`)
      .set('Cookie', desk.rep.cookie)
      .send({ revision: 1, why: 'It was they', changes: { personId: theirs } })
      .expect(200);
    expect((await undo(mergeId).expect(200)).body).toMatchObject({ contacts: 1, people: 1 });
    expect(await contactsOf(gone.id)).toEqual([meanwhile]);
    expect(await contactsOf(kept.id)).toEqual([corrected]);
    expect(await test.database.first('SELECT account_id FROM answer WHERE contact_id = $1', [meanwhile])).toEqual({
      account_id: gone.id,
    });
  });

  it('are not parted while complaints of both are linked or merged', async () => {
    const [gone, kept] = [await account('Parted complaints'), await account('Stays as well')];
    const { aComplaint } = complaintRequests(test, desk);
    const later = { startedAt: minutesAgo(2), endedAt: minutesAgo(1) };
    const one = await aComplaint({}, { accountId: gone.id, startedAt: minutesAgo(5), endedAt: minutesAgo(4) });
    const { mergeId } = (await merge('accounts', gone.id, kept.id).expect(200)).body as CustomerMerged;
    const repeat = await aComplaint({ repeatOfId: one.complaintId }, { accountId: kept.id, ...later });
    const undo = () => post(desk.supervisor, `customer-merges/${mergeId}/undo`);
    const refused = {
      code: 'linked-across-accounts',
      values: { numbers: [one.number, repeat.number].join(', ') },
    };
    expect((await undo().expect(409)).body).toMatchObject(refused);
    const again = { revision: 1, withId: one.complaintId, why: 'The same' };
    const unlinked = { revision: 1, why: 'Another', changes: { repeatOfId: null } };
    const path = `complaints/${repeat.complaintId}`;
    await test.http.patch(`/api/${path}`).set('Cookie', desk.head.cookie).send(unlinked).expect(200);
    await post(desk.head, `${path}/merge`, { ...again, revision: 2 }).expect(200);
    expect((await undo().expect(409)).body).toMatchObject(refused);
    expect(await contactsOf(gone.id)).toEqual([]);
    await post(desk.head, `complaints/${one.complaintId}/unmerge`, { mergedId: repeat.complaintId, why: 'Two' }).expect(
      200,
    );
    await undo().expect(200);
    expect(await contactsOf(gone.id)).toEqual([one.contactId]);
  });

  it('are people of one account, with the numbers of both', async () => {
    const { id, personIds } = await account('Two people', ['+8675526014444']);
    const { body } = await post(desk.supervisor, `accounts/${id}/people`, {
      name: 'Twin',
      phones: ['+8675526014444', '+8675526015555'],
    }).expect(201);
    const twin = (body as { id: string }).id;
    const logged = await contact({ personId: twin });
    const merged = (await merge('people', twin, personIds[0]!).expect(200)).body as CustomerMerged;
    expect((await get(`people/${personIds[0]}`)).body.phones).toEqual(['+8675526014444', '+8675526015555']);
    expect((await get(`contacts?personId=${personIds[0]}`)).body.contacts).toMatchObject([{ id: logged }]);
    await post(desk.supervisor, `customer-merges/${merged.mergeId}/undo`).expect(200);
    expect((await get(`people/${personIds[0]}`)).body.phones).toEqual(['+8675526014444']);
    expect((await get(`contacts?personId=${twin}`)).body.contacts).toMatchObject([{ id: logged }]);
  });

  it('are told as such', async () => {
    const one = await account('Nordwind Logistik GmbH');
    const other = await account('NORDWIND-Logistik');
    const { body } = await get(`accounts/${one.id}/similar`).expect(200);
    expect(body.accounts).toMatchObject([{ id: other.id }]);
  });

  it('are told as such among the people of an account, by name or number', async () => {
    const { id, personIds } = await account('Three people', ['+8675526016666']);
    const join = async (person: object) =>
      (await post(desk.supervisor, `accounts/${id}/people`, person).expect(201)).body.id as string;
    const sameName = await join({ name: 'THREE PEOPLE Person' });
    const sameNumber = await join({ name: 'Twin', phones: ['+8675526016666'] });
    await join({ name: 'Somebody else', phones: ['+8675526017777'] });
    await account('Another account', ['+8675526016666']);
    const { body } = await get(`people/${personIds[0]}/similar`).expect(200);
    const { people } = body as SimilarCustomers;
    expect(people.map((one) => one.id).toSorted()).toEqual([sameName, sameNumber].toSorted());
    await get(`people/${uuid()}/similar`).expect(404);
  });

  it('once, from two sides at a time', async () => {
    const [one, other] = [await account('Left'), await account('Right')];
    const answers = await Promise.all([merge('accounts', one.id, other.id), merge('accounts', other.id, one.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('not into itself, what is not there, another account’s, or by a rep', async () => {
    const [one, other] = [await account('A'), await account('B')];
    expect((await merge('accounts', one.id, one.id).expect(400)).body.fields).toMatchObject([
      { path: 'into', code: 'merge-into-itself' },
    ]);
    expect((await merge('accounts', one.id, uuid()).expect(400)).body.fields).toMatchObject([
      { path: 'into', code: 'unknown-account' },
    ]);
    await merge('accounts', uuid(), one.id).expect(404);
    expect((await merge('people', one.personIds[0]!, other.personIds[0]!).expect(400)).body.fields).toMatchObject([
      { path: 'into', code: 'person-of-another-account' },
    ]);
    await merge('accounts', one.id, other.id, desk.rep).expect(403);
    expect((await get(`accounts/${one.id}`)).body.mergedInto).toBeNull();
  });
});
