import { v7 as uuid } from 'uuid';
import { verifyTallies } from '../../tallies/verify.js';
import { anOrganisation, type SignedIn } from '../../testing/builders.js';
import { aColleague, aContactBody, aDesk, type ContactBody, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a contact that was just saved', () => {
  let test: TestApp;
  let desk: Desk;
  let colleague: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  async function logged(changes: Partial<ContactBody> = {}): Promise<{ id: string; complaintId: string }> {
    const body = aContactBody(changes);
    const answer = await post(desk.rep, 'contacts', body).expect(201);
    return { id: body.id, complaintId: answer.body.complaint?.id };
  }
  const row = (id: string) =>
    test.database.first('SELECT void_reason, complaint_mark AS mark FROM contact WHERE id = $1', [id]);

  it('is taken back with its complaint, and counts no more', async () => {
    const { id, complaintId } = await logged({ complaint: { summary: 'Charged twice' } });
    await post(desk.rep, `contacts/${id}/undo`).expect(200, { id, revision: 2 });
    expect(await row(id)).toEqual({ void_reason: 'undone', mark: 0 });
    const { body } = await test.http.get(`/api/complaints/${complaintId}`).set('Cookie', desk.rep.cookie).expect(200);
    expect(body).toMatchObject({ voidReason: 'undone', isOpen: false });
    expect((await post(desk.rep, `contacts/${id}/undo`).expect(409)).body.code).toBe('voided');
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('is taken back once, however often that is asked with one key', async () => {
    const { id } = await logged();
    const ask = () => post(desk.rep, `contacts/${id}/undo`).set('Idempotency-Key', `undo-${id}`).expect(200);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one.body).toEqual(other.body);
  });

  it('gives its call back to be logged', async () => {
    const lineId = uuid();
    const callId = uuid();
    await test.database.change(
      `INSERT INTO phone_line (id, name, secret_sha256, department_id) VALUES ($1, 'x', '\\x01', $2)`,
      [lineId, desk.departmentId],
    );
    await test.database.change(
      `INSERT INTO phone_call (id, phone_line_id, call_id, direction, from_number, to_number, answered_at, staff_id)
       VALUES ($1, $2, '1', 'in', '1', '2', now(), $3)`,
      [callId, lineId, desk.rep.staffId],
    );
    const mine = async () =>
      (await test.http.get('/api/calls/mine').set('Cookie', desk.rep.cookie).expect(200)).body.calls as object[];
    const { id } = await logged({ callId });
    expect(await mine()).toEqual([]);
    await post(desk.rep, `contacts/${id}/undo`).expect(200);
    expect(await mine()).toMatchObject([{ id: callId }]);
  });

  it('is another’s only to correct', async () => {
    const { id } = await logged();
    await post(colleague, `contacts/${id}/undo`).expect(404);
    await post(desk.supervisor, `contacts/${id}/undo`).expect(404);
    expect(await row(id)).toMatchObject({ void_reason: null });
  });

  it('stays after a minute, and where somebody has worked on it', async () => {
    const late = await logged();
    await test.database.change(`UPDATE contact SET created_at = now() - interval '61 seconds' WHERE id = $1`, [
      late.id,
    ]);
    const worked = await logged({ complaint: { summary: 'x' } });
    await post(desk.supervisor, `complaints/${worked.complaintId}/acknowledge`).expect(200);
    const answered = await logged();
    await post(desk.rep, `contacts/${answered.id}/answers`, { score: 5 }).expect(201);
    for (const { id } of [late, worked, answered]) {
      expect((await post(desk.rep, `contacts/${id}/undo`).expect(409)).body.code).toBe('too-late-to-undo');
      expect(await row(id)).toMatchObject({ void_reason: null });
    }
  });
});
