import type { ReadyMadeSurveys, SurveyFormDetail, SurveyFormVersion, SurveyRules } from '@forecall/contracts';
import { surveyFaults } from '@forecall/domain';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { readyMadeForms } from './ready-made.js';

describe('forms of surveys', () => {
  let test: TestApp;
  let desk: Desk;
  let executive: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const send = (method: 'post' | 'put' | 'patch', who: SignedIn, path: string, body: object) =>
    test.http[method](`/api/survey-forms${path}`).set('Cookie', who.cookie).send(body);
  const read = async <Body>(path: string) =>
    (await test.http.get(`/api/survey-forms${path}`).set('Cookie', desk.rep.cookie).expect(200)).body as Body;
  const name = { en: 'After a call', zh: '通话之后' };
  let made = 0;
  const make = async (body: object = {}) => {
    const other = { en: `Form ${(made += 1)}`, zh: `问卷 ${made}` };
    const told = { kind: 'csat', name: other, from: { readyMade: 'csat' }, ...body };
    return (await send('post', desk.head, '', told).expect(201)).body as SurveyFormDetail;
  };
  const contentOf = async ({ form }: SurveyFormDetail) => {
    const { id } = form.draft ?? form.published!;
    return (await read<SurveyFormVersion>(`/${form.id}/versions/${id}`)).content;
  };
  const nps = readyMadeForms.find(({ key }) => key === 'nps')!.content;

  it('comes ready-made: csat, nps, ces and the five dimensions from both sides, each fit to be published', async () => {
    const { forms } = await read<ReadyMadeSurveys>('/ready-made');
    expect(forms.map(({ key }) => key)).toEqual(['csat', 'nps', 'ces', 'key-account']);
    expect(readyMadeForms.flatMap(({ kind, content }) => surveyFaults(kind, content))).toEqual([]);
    const gaps = forms[3]!.content.questions.flatMap((question) => (question.kind === 'scale' ? [question.gap] : []));
    expect(new Set(gaps.map((gap) => `${gap?.dimension} ${gap?.side}`)).size).toBe(10);
  });

  it('has a name that no other one in use has in either language, whoever names theirs at that moment', async () => {
    const own = { en: 'After a visit', zh: '拜访之后' };
    const asked = { kind: 'csat', name: own, from: { readyMade: 'csat' } };
    const both = await Promise.all([1, 2].map(() => send('post', desk.head, '', asked)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400]);
    expect(both.find(({ status }) => status === 400)!.body.fields).toMatchObject([
      { path: 'name.en', code: 'form-name-taken' },
      { path: 'name.zh', code: 'form-name-taken' },
    ]);
    const { form: first } = both.find(({ status }) => status === 201)!.body as SurveyFormDetail;
    const { form } = await make();
    const rename = (changed: object) =>
      send('patch', desk.head, `/${form.id}`, { revision: form.revision, name: changed });
    const refused = await rename({ en: 'after a VISIT', zh: '别的' }).expect(400);
    expect(refused.body.fields).toMatchObject([{ path: 'name.en', code: 'form-name-taken' }]);
    // Its own name it keeps, and what is put away leaves its name to others until it is in use again.
    const change = (revision: number, told: object) => send('patch', desk.head, `/${first.id}`, { revision, ...told });
    await change(1, { name: own }).expect(200);
    await change(2, { isArchived: true }).expect(200);
    await rename(own).expect(200);
    await change(3, { isArchived: false }).expect(400);
    await change(3, { isArchived: false, name: { en: 'Elsewhere', zh: '别处' } }).expect(200);
  });

  it('is worked on as a draft, stays as it was published, and goes on as the next version', async () => {
    const made = await make({ name });
    const { id } = made.form;
    expect(made.form).toMatchObject({ kind: 'csat', name, published: null, draft: { n: 1, publishedAt: null } });
    const content = await contentOf(made);
    const intro = { en: 'One question.', zh: '一道题。' };
    await send('put', executive, `/${id}/draft`, { revision: 1, content: { ...content, intro } }).expect(200);
    await send('put', desk.head, `/${id}/draft`, { revision: 1, content }).expect(409);
    await send('post', desk.head, `/${id}/publish`, { revision: 1 }).expect(409);
    const { body } = await send('post', desk.head, `/${id}/publish`, { revision: 2 }).expect(200);
    expect(body.form).toMatchObject({ published: { n: 1 }, draft: null });
    await send('post', desk.head, `/${id}/publish`, { revision: 2 }).expect(409);
    await send('put', desk.head, `/${id}/draft`, { revision: 0, content }).expect(200);
    const { form, versions } = await read<SurveyFormDetail>(`/${id}`);
    expect(form).toMatchObject({ published: { n: 1 }, draft: { n: 2 } });
    expect(versions.map(({ n }) => n)).toEqual([2, 1]);
    expect((await read<SurveyFormVersion>(`/${id}/versions/${versions[1]!.id}`)).content.intro).toEqual(intro);
    await expect(
      test.database.change(`UPDATE form_version SET content = '{}' WHERE id = $1`, [versions[1]!.id]),
    ).rejects.toThrow('is not changed');
    await send('post', desk.head, `/${id}/drop-draft`, { revision: 1 }).expect(200);
    expect((await read<SurveyFormDetail>(`/${id}`)).form.draft).toBeNull();
    expect(
      await test.database.rows(`SELECT act, entity_name FROM audit_entry WHERE entity_id = $1 ORDER BY n`, [id]),
    ).toEqual([
      { act: 'survey-form.made', entity_name: 'After a call' },
      { act: 'survey-form.published', entity_name: 'After a call' },
    ]);
  });

  it('is refused with the place and what is wrong there, and nothing changes', async () => {
    const { form } = await make({ from: null });
    const publish = (revision: number) => send('post', desk.head, `/${form.id}/publish`, { revision }).expect(400);
    expect((await publish(1)).body).toMatchObject({
      code: 'form-unfinished',
      fields: [{ path: 'questions', code: 'no-scale' }],
    });
    const [scale] = nps.questions;
    const save = (content: object) => send('put', desk.head, `/${form.id}/draft`, { revision: 1, content });
    const wrong = { ...nps, questions: [scale, { ...scale, steps: 12 }] };
    expect((await save(wrong).expect(400)).body.fields).toContainEqual(
      expect.objectContaining({ path: 'content.questions.1.steps', code: 'too_big' }),
    );
    await save({ ...nps, questions: [scale, { ...scale, kind: 'slider' }] }).expect(400);
    await save({ ...nps, questions: Array.from({ length: 13 }, () => scale) }).expect(400);
    await save({ ...nps, questions: [scale, { ...scale, text: { en: 'Again?', zh: '' } }] }).expect(200);
    const { body } = await publish(2);
    const codes = (body.fields as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
    expect(codes).toEqual([
      'questions other-than-kind',
      'questions.1.id same-question-twice',
      'questions.1.text.zh words-missing',
      'questions.1.measure measure-twice',
    ]);
    expect((await read<SurveyFormDetail>(`/${form.id}`)).form).toMatchObject({ published: null, draft: { n: 1 } });
  });

  it('begins as another form of its kind stands, and as no other', async () => {
    const first = await make();
    const copy = await make({ from: { formId: first.form.id } });
    expect(await contentOf(copy)).toEqual(await contentOf(first));
    for (const from of [{ formId: first.form.id }, { readyMade: 'csat' }, { readyMade: 'none' }])
      expect((await send('post', desk.head, '', { kind: 'nps', name, from }).expect(400)).body.fields).toMatchObject([
        { path: 'from', code: 'unknown-form' },
      ]);
    await send('post', desk.head, '', { kind: 'csat', name: { en: 'Only English', zh: '' } }).expect(400);
    await send('post', desk.supervisor, '', { kind: 'csat', name }).expect(403);
  });

  it('is named anew and put away, and found again among the archived', async () => {
    const { form } = await make();
    const change = (revision: number, body: object) => send('patch', desk.head, `/${form.id}`, { revision, ...body });
    await change(1, { isArchived: true, name: { en: 'Old', zh: '旧' } }).expect(200);
    await change(1, { isArchived: false }).expect(409);
    const ids = async (query: string) =>
      (await read<{ forms: { id: string; name: object }[] }>(query)).forms.map(({ id }) => id);
    expect(await ids('?state=archived')).toEqual([form.id]);
    expect(await ids('?state=current')).not.toContain(form.id);
    const page = await read<{ forms: { id: string }[]; next: string }>('?limit=1');
    const rest = await ids(`?limit=200&after=${page.next}`);
    expect([page.forms[0]!.id, ...rest]).toEqual(await ids(''));
  });

  it('is not put away while rules, cadence or a standing link ask by it, nor chosen while it is put away', async () => {
    const { formId, versionId: _ } = await aSurveyForm(test.database);
    const archive = (isArchived = true, revision = 1) =>
      send('patch', desk.head, `/${formId}`, { revision, isArchived });
    const refused = async (code: string) => expect((await archive().expect(409)).body).toMatchObject({ code });
    const rules = (told: object) => test.http.put('/api/survey-rules').set('Cookie', desk.head.cookie).send(told);
    const stands = async () =>
      (await test.http.get('/api/survey-rules').set('Cookie', desk.head.cookie).expect(200)).body as SurveyRules;
    const asked = async (changes: object) => {
      const { contactForm: _c, complaintForm: _k, sends: _s, ...rest } = await stands();
      const told = { ...rest, contactFormId: null, complaintFormId: null, shares: [], ...changes };
      return rules(told);
    };
    expect((await asked({ isOn: true, complaintFormId: formId })).status).toBe(200);
    await refused('form-asked-by-rules');
    // Switched off nobody is asked by it.
    expect((await asked({ isOn: false, contactFormId: formId })).status).toBe(200);
    expect((await read<SurveyFormDetail>(`/${formId}`)).form.isAfterContacts).toBe(true);
    await test.database.change(
      `UPDATE survey_account_setting SET on_since = now(), form_id = $1, revision = revision + 1`,
      [formId],
    );
    await refused('form-asked-by-cadence');
    await test.database.change(`UPDATE survey_account_setting SET on_since = NULL, form_id = NULL, revision = 1`);
    const link = { name: 'Counter', formId, departmentId: desk.departmentId, endsOn: '2199-01-01' };
    const { body: made } = await test.http
      .post('/api/survey-open-links')
      .set('Cookie', desk.head.cookie)
      .send(link)
      .expect(201);
    expect((await archive().expect(409)).body).toMatchObject({
      code: 'form-asked-by-link',
      values: { link: 'Counter' },
    });
    await test.database.change('UPDATE survey_open_link SET is_off = true WHERE id = $1', [made.id]);
    for (let revision = 1; revision < 16; revision += 2) {
      // At one moment: one of both goes through.
      const [away, set] = await Promise.all([archive(true, revision), asked({ isOn: true, contactFormId: formId })]);
      expect([away.status, set.status].sort()).toEqual(away.status === 200 ? [200, 400] : [200, 409]);
      expect((await asked({ isOn: false })).status).toBe(200);
      if (away.status !== 200) await archive(true, revision).expect(200);
      await archive(false, revision + 1).expect(200);
    }
  });

  it('has a cadence for key accounts that names what is wrong with it', async () => {
    const { form } = await make();
    const { body } = await send('post', desk.head, `/${form.id}/publish`, { revision: 1 }).expect(200);
    const put = (who: SignedIn, told: object) =>
      test.http.put('/api/survey-cadence').set('Cookie', who.cookie).send(told);
    const loyal = { class: 'loyal', days: 90 };
    const good = { revision: 1, isOn: true, formId: (body as SurveyFormDetail).form.id, classes: [loyal] };
    const refused = async (changes: object, path: string, code: string) => {
      const { body: problem } = await put(desk.head, { ...good, ...changes }).expect(400);
      expect(problem.fields).toEqual([expect.objectContaining({ path, code })]);
    };
    await refused({ formId: null }, 'formId', 'survey-without-form');
    await refused({ classes: [] }, 'classes', 'cadence-of-none');
    await refused({ classes: [loyal, loyal] }, 'classes.1.class', 'class-twice');
    await refused({ classes: [{ ...loyal, days: 3 }] }, 'classes.0.days', 'too_small');
    await refused({ formId: (await make()).form.id }, 'formId', 'form-not-published');
    await put(desk.head, { ...good, revision: 9 }).expect(409);
    await put(desk.supervisor, good).expect(403);
    expect((await put(executive, good).expect(200)).body).toMatchObject({ isOn: true, classes: [loyal], revision: 2 });
  });
});
