import type { ComplaintDetail } from '@forecall/contracts';
import { anOrganisation, type SignedIn } from '../testing/builders.js';
import { allSkipped, type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import { aDesk, type Desk, minutesAgo } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('complaints in their course', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  afterAll(() => test.close());

  const step = (who: SignedIn, id: string, name: string, body: object = {}) =>
    requests.post(who, `complaints/${id}/${name}`, body);
  const detail = async (id: string) =>
    (await requests.get(desk.rep, `complaints/${id}`).expect(200)).body as ComplaintDetail;
  const actionIn = ({ steps }: ComplaintDetail) => steps.at(-1)?.analysis?.correctiveAction;
  const assessment = { severity: 'money', impact: 'one-customer', needForAction: 'at-once' };
  const byMail = { channel: 'email', text: 'The second charge is back on your account.' };

  it('go step by step to the end, each step with what it says', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const stands = async (name: string, body: object, stage: string) => {
      const answer = await step(desk.rep, id, name, body).expect(200);
      expect(answer.body).toMatchObject({ id, stage });
      return answer.body.revision as number;
    };
    const acknowledged = await stands('acknowledge', { note: 'Told him on the spot' }, 'acknowledged');
    await stands('assess', { ...assessment, revision: acknowledged }, 'assessed');
    await stands('investigate', { note: 'A batch was sent twice' }, 'investigated');
    const revision = await stands('answer', { toCustomer: byMail }, 'answered');
    await stands('decide', { decision: 'upheld', remedyGiven: 'CNY 48,600 back', revision }, 'decided');
    await stands('close', { closing: 'accepted', revision: revision + 1 }, 'closed');
    const cause = { kind: 'process', text: 'A late confirmation sends the batch again' };
    await stands('analyse', { cause, correctiveAction: 'Confirmations are kept' }, 'analysed');
    const body = await detail(id);
    expect(body).toMatchObject({
      ...assessment,
      decision: 'upheld',
      closing: 'accepted',
      remedyGiven: 'CNY 48,600 back',
      stage: 'analysed',
      isOpen: false,
      possibleSteps: ['reopened'],
      revision: 8,
    });
    expect(body.steps).toMatchObject([
      { step: 'received', told: {} },
      { step: 'acknowledged', note: 'Told him on the spot', toCustomer: null },
      { step: 'assessed', told: assessment, isSkipped: false },
      { step: 'investigated', note: 'A batch was sent twice' },
      { step: 'answered', toCustomer: byMail },
      { step: 'decided', told: { decision: 'upheld', remedyGiven: 'CNY 48,600 back' } },
      { step: 'closed', told: { closing: 'accepted' } },
      { step: 'analysed', analysis: { cause, correctiveAction: { action: 'Confirmations are kept', effect: '' } } },
    ]);
    const action = actionIn(body)!.id;
    const effect = (told: string) => step(desk.head, id, `actions/${action}/effect`, { effect: told });
    await effect('None came again in four weeks').expect(200);
    expect((await effect('Another').expect(409)).body.code).toBe('effect-told');
    const { complaintId: another } = await requests.aComplaint();
    for (const [of, which] of [
      [another, action],
      [id, id],
    ]) {
      const { body: none } = await step(desk.head, of!, `actions/${which}/effect`, { effect: 'It helped' }).expect(404);
      expect(none.code).toBe('not-found');
    }
    expect(actionIn(await detail(id))?.effect).toBe('None came again in four weeks');
  });

  it('pass over a step with a reason only, kept with the course', async () => {
    const { complaintId: id } = await requests.aComplaint();
    expect((await step(desk.rep, id, 'close', { closing: 'accepted' }).expect(409)).body.code).toBe(
      'step-needs-acknowledged',
    );
    await step(desk.rep, id, 'acknowledge').expect(200);
    const refused = await step(desk.rep, id, 'close', {
      closing: 'withdrawn',
      skipped: { assessed: 'Withdrawn at once', decided: 'Withdrawn at once' },
    }).expect(400);
    expect(refused.body).toMatchObject({
      code: 'step-skipped',
      fields: [{ path: 'skipped.investigated' }, { path: 'skipped.answered' }],
    });
    await step(desk.rep, id, 'investigate', { skipped: { assessed: 'Plain to see' } }).expect(200);
    await step(desk.rep, id, 'close', {
      closing: 'accepted',
      decision: 'partly',
      skipped: { answered: 'Told by phone', decided: 'unused: it is decided with the closing' },
    }).expect(200);
    const { body } = await requests.get(desk.rep, `complaints/${id}`).expect(200);
    expect(body.steps).toMatchObject([
      { step: 'received' },
      { step: 'acknowledged' },
      { step: 'assessed', isSkipped: true, skippedReason: 'Plain to see' },
      { step: 'investigated', isSkipped: false },
      { step: 'answered', isSkipped: true, skippedReason: 'Told by phone' },
      { step: 'decided', isSkipped: false, told: { decision: 'partly' } },
      { step: 'closed' },
    ]);
    expect(body).toMatchObject({ stage: 'closed', decision: 'partly', isOpen: false });
  });

  it('are closed as rejected only with the further options told', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge').expect(200);
    const rejected = { closing: 'rejected', skipped: allSkipped };
    expect((await step(desk.rep, id, 'close', rejected).expect(400)).body).toMatchObject({
      code: 'step-incomplete',
      fields: [{ path: 'furtherOptions', code: 'required' }],
    });
    await step(desk.rep, id, 'close', { ...rejected, furtherOptions: 'The ombudsman, by 31 December' }).expect(200);
    expect((await requests.get(desk.rep, `complaints/${id}`)).body.furtherOptions).toBe(
      'The ombudsman, by 31 December',
    );
    await step(desk.rep, id, 'reopen').expect(200);
    expect((await requests.get(desk.rep, `complaints/${id}`)).body).toMatchObject({
      closing: null,
      furtherOptions: '',
    });
  });

  it('are reopened for another round of work, and closed again', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge').expect(200);
    expect((await step(desk.rep, id, 'acknowledge').expect(409)).body.code).toBe('step-already-taken');
    await step(desk.supervisor, id, 'close', { closing: 'accepted', skipped: allSkipped }).expect(200);
    expect((await step(desk.rep, id, 'assess', { ...assessment, revision: 3 }).expect(409)).body.code).toBe(
      'step-after-closed',
    );
    expect((await step(desk.head, id, 'reopen').expect(200)).body).toMatchObject({ stage: 'reopened', isOpen: true });
    await step(desk.rep, id, 'close', { closing: 'no-reply' }).expect(400);
    await step(desk.rep, id, 'assess', { ...assessment, revision: 4 }).expect(200);
    await step(desk.rep, id, 'answer', {
      toCustomer: byMail,
      skipped: { investigated: 'Known from the first time' },
    }).expect(200);
    expect((await step(desk.rep, id, 'investigate').expect(409)).body.code).toBe('step-already-taken');
    await step(desk.rep, id, 'close', { closing: 'no-reply', skipped: { decided: 'No reply came' } }).expect(200);
    const { body } = await requests.get(desk.rep, `complaints/${id}`).expect(200);
    expect(body).toMatchObject({ closing: 'no-reply', stage: 'closed', isOpen: false });
  });

  it('take one of two steps that exclude each other', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge').expect(200);
    const body = { closing: 'withdrawn', skipped: allSkipped };
    const answers = await Promise.all(
      [desk.rep, desk.supervisor, desk.head].map((who) => step(who, id, 'close', body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('refuse what was decided on an older state, telling the present one', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge').expect(200);
    expect((await step(desk.supervisor, id, 'assess', { ...assessment, revision: 1 }).expect(409)).body).toMatchObject({
      code: 'revised-meanwhile',
      values: { revision: 2, stage: 'acknowledged' },
    });
    await step(desk.supervisor, id, 'assess', { ...assessment, revision: 2 }).expect(200);
  });

  it('take a step once, however often it is sent', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const send = () =>
      step(desk.rep, id, 'acknowledge', { toCustomer: byMail }).set('Idempotency-Key', 'acknowledged-once');
    const answers = [await send().expect(200), await send().expect(200)];
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    const notes = await test.database.rows('SELECT FROM complaint_note WHERE complaint_id = $1', [id]);
    expect(notes).toHaveLength(1);
  });

  it('may be dated back, not before the last step and not ahead', async () => {
    const { complaintId: id } = await requests.aComplaint({}, { startedAt: minutesAgo(20), endedAt: minutesAgo(10) });
    expect((await step(desk.rep, id, 'acknowledge', { at: minutesAgo(30) }).expect(409)).body.code).toBe(
      'step-before-last',
    );
    expect((await step(desk.rep, id, 'acknowledge', { at: minutesAgo(-5) }).expect(400)).body.code).toBe(
      'ahead-of-time',
    );
    await step(desk.rep, id, 'acknowledge', { at: minutesAgo(15) }).expect(200);
  });

  it('are voided with a reason by those who lead, and count no more', async () => {
    const { complaintId: id, contactId } = await requests.aComplaint();
    const body = { revision: 1, why: 'A question, no complaint' };
    await step(desk.rep, id, 'void', body).expect(403);
    await step(desk.supervisor, id, 'void', { ...body, revision: 4 }).expect(409);
    await step(desk.supervisor, id, 'void', body).expect(200, { id, revision: 2 });
    expect(await requests.mark(contactId)).toBe(0);
    expect((await step(desk.rep, id, 'acknowledge').expect(409)).body.code).toBe('voided');
    expect((await requests.get(desk.rep, `complaints/${id}`).expect(200)).body).toMatchObject({
      isOpen: false,
      voidReason: 'A question, no complaint',
      possibleSteps: [],
    });
  });

  it('are corrected with what was there kept', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const correct = (changes: object, revision = 1) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision, why: 'Heard again', changes });
    await correct({ summary: 'Charged three times', severity: 'stopped-work' }).expect(200);
    await correct({ summary: 'Charged four times' }).expect(409);
    expect((await requests.get(desk.rep, `complaints/${id}`)).body).toMatchObject({
      summary: 'Charged three times',
      severity: 'stopped-work',
      revision: 2,
    });
    const log = await test.database.first<{ before: { summary: string } }>(
      `SELECT before FROM revision_log WHERE entity = 'complaint' AND entity_id = $1`,
      [id],
    );
    expect(log?.before.summary).toBe('Charged twice');
  });

  it('are corrected in what a step said only once it was said, and not so that nothing is', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const correct = (changes: object, revision: number) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision, why: 'Heard again', changes });
    const refused = async (changes: object, revision: number, code: string) =>
      expect((await correct(changes, revision).expect(400)).body.fields).toMatchObject(
        Object.keys(changes).map((field) => ({ path: `changes.${field}`, code })),
      );
    const early = { decision: 'upheld', remedyGiven: 'A voucher', furtherOptions: 'The ombudsman' };
    await refused(early, 1, 'not-said-yet');
    await step(desk.rep, id, 'acknowledge').expect(200);
    await step(desk.rep, id, 'close', { closing: 'accepted', skipped: allSkipped, revision: 2 }).expect(200);
    await refused({ decision: 'upheld' }, 3, 'not-said-yet');
    await step(desk.rep, id, 'reopen', { note: 'He wrote again' }).expect(200);
    const { decided: _, ...skipped } = allSkipped;
    const said = { closing: 'rejected', ...early, skipped, revision: 4 };
    await step(desk.rep, id, 'close', said).expect(200);
    expect((await correct({ decision: null }, 5).expect(400)).body.fields).toMatchObject([
      { path: 'changes.decision' },
    ]);
    await refused({ remedyGiven: '', furtherOptions: ' ' }, 5, 'required');
    const otherwise = { decision: 'not', remedyGiven: 'Two vouchers', furtherOptions: 'The court' };
    await correct(otherwise, 5).expect(200);
    expect(await detail(id)).toMatchObject(otherwise);
  });

  it('keep their steps and notes as they were written, whatever writes', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge', { toCustomer: byMail }).expect(200);
    for (const [table, column] of [
      ['complaint_step', 'note'],
      ['complaint_note', 'text'],
    ])
      await expect(
        test.database.change(`UPDATE ${table} SET ${column} = 'other' WHERE complaint_id = $1`, [id]),
      ).rejects.toThrow(/never changed/);
    await expect(
      test.database.change(
        `INSERT INTO complaint_step (id, complaint_id, step, at) VALUES (gen_random_uuid(), $1, 'received', now())`,
        [id],
      ),
    ).rejects.toThrow(/complaint_step_once/);
    await expect(
      test.database.change(
        `INSERT INTO complaint_step (id, complaint_id, step, at, skipped_reason)
         VALUES (gen_random_uuid(), $1, 'closed', now(), 'never')`,
        [id],
      ),
    ).rejects.toThrow(/complaint_step_skipped/);
  });
});
