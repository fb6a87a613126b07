import { randomBytes } from 'node:crypto';
import { aboutRecord, type Cell, type Examples, plain } from '../access-matrix/example.js';
import { formBody, formBoundary, openForm, typed } from '../complaint-form.js';
import { aComplaintOf } from './complaints.js';

async function aComplaintByFormOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  await cell.world.sql.change(
    `INSERT INTO complainant (complaint_id, token_sha256, name, phone, locale) VALUES ($1, $2, 'Chen', '0755', 'en')`,
    [id, randomBytes(32)],
  );
  return id;
}

const aToken = () => randomBytes(32).toString('base64url');
const open = ({ world }: Cell) => openForm(world.sql, world.own.departmentId);

export const complaintForm: Examples = {
  'GET /complain': plain(async (cell) => {
    await open(cell);
    return { query: { form: aToken() } };
  }),
  'POST /complain': plain(async (cell) => {
    await open(cell);
    return {
      headers: { 'Content-Type': `multipart/form-data; boundary=${formBoundary}` },
      query: { form: aToken() },
      body: formBody(typed),
    };
  }),
  'PATCH /api/complaint-form': plain(async ({ world }) => {
    const form = await world.sql.first<{ revision: number }>('SELECT revision FROM complaint_form');
    const changed = { isOpen: true, handlingDepartmentId: world.own.departmentId, introEn: '', introZh: '' };
    return { body: { revision: form?.revision, ...changed } };
  }),
  'GET /api/complaints/:id/complainant': aboutRecord(aComplaintByFormOf),
  'PATCH /api/complaints/:id/complainant': aboutRecord(aComplaintByFormOf, { body: { accountId: null } }),
};
