import { v7 as uuid } from 'uuid';
import { readyMadeForms } from '../../surveys/forms/ready-made.js';
import { anAccount } from '../builders.js';
import { aPerson } from '../desk-builders.js';
import { aContact } from '../stored-rows.js';
import { anAsk, aSurveyForm } from '../surveys.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

/** No two forms in use have one name. */
const aName = () => ({ en: `Form ${uuid()}`, zh: `问卷 ${uuid()}` });
const { content } = readyMadeForms[0]!;

/** Forms are the organisation's: there is none of a neighbour. */
const kinds = ['own', 'absent'] as const;

async function aFormWithVersion({ world: { sql } }: Cell): Promise<{ id: string; versionId: string }> {
  const [id, versionId] = [uuid(), uuid()];
  await sql.change(`INSERT INTO survey_form (id, kind, name_en, name_zh) VALUES ($1, 'csat', 'a', 'b')`, [id]);
  await sql.change('INSERT INTO form_version (id, form_id, n, content, published_at) VALUES ($1, $2, 1, $3, now())', [
    ...[uuid(), id, JSON.stringify(content)],
  ]);
  await sql.change('INSERT INTO form_version (id, form_id, n, content) VALUES ($1, $2, 2, $3)', [
    ...[versionId, id, JSON.stringify(content)],
  ]);
  return { id, versionId };
}

const aForm = async (cell: Cell): Promise<string> => (await aFormWithVersion(cell)).id;

async function aToken({ world: { sql, own } }: Cell): Promise<string> {
  const contactId = await aContact(sql, { departmentId: own.departmentId, endedAt: new Date() });
  const { versionId } = await aSurveyForm(sql);
  return anAsk(sql, { contactId, versionId });
}

/** The link of a letter, which asks for nobody to be signed in. */
const byLink = (body?: object) =>
  plain(async (cell) => {
    await cell.world.sql.change('DELETE FROM rate_limit');
    return { params: { token: await aToken(cell) }, ...(body && { body }) };
  });

async function anOpenLink(cell: Cell): Promise<string> {
  const [id, { formId }] = [uuid(), await aSurveyForm(cell.world.sql)];
  await cell.world.sql.change(
    `INSERT INTO survey_open_link (id, code, name, form_id, department_id, ends_on)
     VALUES ($1, $2, 'Counter', $3, $4, '2030-01-01')`,
    [id, id, formId, deskOf(cell).departmentId],
  );
  return id;
}

async function anAskOf(cell: Cell): Promise<string> {
  const { departmentId, teamId } = deskOf(cell);
  const { sql } = cell.world;
  const contactId = await aContact(sql, { departmentId, teamId, endedAt: new Date() });
  await anAsk(sql, { contactId, versionId: (await aSurveyForm(sql)).versionId });
  const ask = await sql.first<{ id: string }>('SELECT id FROM survey_ask WHERE contact_id = $1', [contactId]);
  return ask?.id ?? absentId;
}

const person = async ({ world: { sql } }: Cell): Promise<string> => aPerson(sql, await anAccount(sql));

const rules = {
  ...{
    isOn: false,
    minDays: 30,
    quietFrom: '20:00',
    quietTo: '08:00',
    reminderDays: 3,
    expiryDays: 14,
    changeHours: 48,
  },
  ...{ contactPercent: 100, complaintPercent: 100, contactFormId: null, complaintFormId: null, shares: [] },
};

/** Asked by whoever handled it, or leads who did. */
const ofContact = {
  records: ['own', 'neighbour', 'absent'] as const,
  asked: async (cell: Cell) => {
    const { departmentId, teamId, rep } = deskOf(cell);
    const repId = cell.kind === 'own' ? cell.visitor.staffId : rep.staffId;
    const contact = { departmentId, teamId, repId, endedAt: new Date() };
    return { params: { id: cell.kind === 'absent' ? absentId : await aContact(cell.world.sql, contact) } };
  },
};

export const surveys: Examples = {
  'GET /s/:token': byLink(),
  'POST /s/:token': byLink({ 'q-csat': '4' }),
  'GET /s/:token/stop': byLink(),
  'POST /s/:token/stop': byLink(),
  'GET /api/contacts/:id/surveys': ofContact,
  'POST /api/contacts/:id/surveys': {
    ...ofContact,
    asked: async (cell) => {
      const { formId } = await aSurveyForm(cell.world.sql);
      return { ...(await ofContact.asked(cell)), body: { formId, told: { csat: 4 } } };
    },
  },
  'GET /s/:token/unsubscribe': byLink(),
  'POST /s/:token/unsubscribe': byLink(),
  'GET /api/survey-cadence': plain(),
  'PUT /api/survey-cadence': plain(async ({ world }) => {
    const row = await world.sql.first<{ revision: number }>('SELECT revision FROM survey_account_setting');
    return { body: { isOn: false, formId: null, classes: [], revision: row?.revision } };
  }),
  'POST /api/contacts/:id/survey-link': {
    ...ofContact,
    asked: async (cell) => ({
      ...(await ofContact.asked(cell)),
      body: { formId: (await aSurveyForm(cell.world.sql)).formId },
    }),
  },
  'GET /api/survey-open-links': plain(),
  'POST /api/survey-open-links': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => {
      const departmentId = cell.kind === 'absent' ? absentId : deskOf(cell).departmentId;
      const { formId } = await aSurveyForm(cell.world.sql);
      return { body: { name: 'Counter', formId, departmentId, endsOn: '2030-01-01' } };
    },
  },
  'GET /api/survey-open-links/:id': aboutRecord(anOpenLink),
  'GET /api/survey-open-links/:id/replies': aboutRecord(anOpenLink),
  'GET /api/survey-open-links/:id/words': aboutRecord(anOpenLink),
  'GET /api/survey-open-links/:id/qr': aboutRecord(anOpenLink),
  'PATCH /api/survey-open-links/:id': aboutRecord(anOpenLink, { body: { revision: 1, isOff: true } }),
  'GET /api/survey-asks': plain(),
  'GET /api/survey-asks/counts': plain(),
  'POST /api/survey-bounces': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      body: { askId: cell.kind === 'absent' ? absentId : await anAskOf(cell), why: 'User unknown' },
    }),
  },
  'GET /api/survey-rules': plain(),
  'PUT /api/survey-rules': plain(async ({ world }) => {
    const row = await world.sql.first<{ revision: number }>('SELECT revision FROM survey_setting');
    return { body: { ...rules, revision: row?.revision } };
  }),
  'GET /api/people/:id/surveys': aboutRecord(person, {}, kinds),
  'PUT /api/people/:id/surveys': aboutRecord(person, { body: { isStopped: true, why: 'Said so' } }, kinds),
  'GET /api/survey-forms': plain(),
  'GET /api/survey-forms/ready-made': plain(),
  'POST /api/survey-forms': plain(() => ({ body: { kind: 'csat', name: aName() } })),
  'GET /api/survey-forms/:id': aboutRecord(aForm, {}, kinds),
  'PATCH /api/survey-forms/:id': aboutRecord(aForm, { body: { revision: 1, isArchived: true } }, kinds),
  'GET /api/survey-forms/:id/versions/:versionId': {
    records: kinds,
    asked: async (cell) => ({
      params: cell.kind === 'absent' ? { id: absentId, versionId: absentId } : { ...(await aFormWithVersion(cell)) },
    }),
  },
  'PUT /api/survey-forms/:id/draft': aboutRecord(aForm, { body: { revision: 1, content } }, kinds),
  'POST /api/survey-forms/:id/publish': aboutRecord(aForm, { body: { revision: 1 } }, kinds),
  'POST /api/survey-forms/:id/drop-draft': aboutRecord(aForm, { body: { revision: 1 } }, kinds),
};
