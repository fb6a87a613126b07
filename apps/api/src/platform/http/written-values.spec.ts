import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { complaintRequests } from '../../testing/complaint-requests.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what is written is refused at its field', () => {
  let test: TestApp;
  let desk: Desk;
  let admin: SignedIn;
  let contact: string;
  let complaint: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    const { contactId, complaintId } = await complaintRequests(test, desk).aComplaint();
    [contact, complaint] = [`contacts/${contactId}`, `complaints/${complaintId}`];
  });
  afterAll(() => test.close());

  const said = { revision: 1, why: 'Misread' };
  const ask = (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    test.http[method](`/api/${path}`).set('Cookie', desk.head.cookie).send(body);

  it.each(['0000-01-01T00:00:00Z', '0000-01-01T00:00:00+23:59', '1899-12-31T23:59:59Z', '2201-01-01T00:00:00Z'])(
    'where it is a moment outside of our years: %s',
    async (at) => {
      const asked = encodeURIComponent(at);
      const refused = {
        from: [
          await ask('get', `contacts?from=${asked}`),
          await ask('get', `complaints?from=${asked}`),
          await ask('get', `audit?from=${asked}`).set('Cookie', admin.cookie),
        ],
        to: [await ask('get', `contacts?to=${asked}`), await ask('get', `complaints/count?to=${asked}`)],
        until: [await ask('post', 'notifications/read', { until: at })],
        'complaint.receivedAt': [await ask('post', 'contacts', aContactBody({ complaint: { receivedAt: at } }))],
        'changes.receivedAt': [await ask('patch', complaint, { ...said, changes: { receivedAt: at } })],
        at: [await ask('post', `${complaint}/notes`, { kind: 'internal', text: 'Angry', at })],
      };
      for (const [path, answers] of Object.entries(refused))
        for (const { status, body } of answers)
          expect([status, body]).toMatchObject([400, { fields: [{ path, code: 'outside-of-years' }] }]);
    },
  );

  it.each(['\ud83d', 'a\ude00b', '\ude00\ud83d'])('where it holds half a character: %j', async (text) => {
    const refused = {
      text: await ask('post', `${complaint}/notes`, { kind: 'internal', text }),
      'changes.note': await ask('patch', contact, { ...said, changes: { note: text } }),
      'changes.summary': await ask('patch', complaint, { ...said, changes: { summary: text } }),
      note: await ask('post', 'contacts', aContactBody({ note: text })),
    };
    for (const [path, { status, body }] of Object.entries(refused))
      expect([status, body]).toMatchObject([400, { fields: [{ path, code: 'invalid_format' }] }]);
    await ask('post', `${complaint}/notes`, { kind: 'internal', text: 'Angry 😀 𠮷' }).expect(201);
  });
});
