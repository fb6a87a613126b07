import { v7 as uuid } from 'uuid';
import { readyMadeForms } from '../../surveys/forms/ready-made.js';
import { aboutRecord, absentId, type Cell, type Examples, plain } from '../access-matrix/example.js';

const name = { en: 'After a call', zh: '通话之后' };
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

export const surveys: Examples = {
  'GET /api/survey-forms': plain(),
  'GET /api/survey-forms/ready-made': plain(),
  'POST /api/survey-forms': plain({ body: { kind: 'csat', name } }),
  'GET /api/survey-forms/:id': aboutRecord(aForm, {}, kinds),
  'PATCH /api/survey-forms/:id': aboutRecord(aForm, { body: { revision: 1, name } }, kinds),
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
