import { v7 as uuid } from 'uuid';
import { absentId, type Cell, type Examples, plain } from '../access-matrix/example.js';

const view = { page: 'complaints', name: 'Example', address: 'ownerId=me' };

/** `own`: kept by the visitor; `neighbour`: by somebody else; a view that is absent is made by keeping it. */
async function aViewOf({ world, visitor, kind }: Cell): Promise<string> {
  const id = uuid();
  if (kind === 'absent') return id;
  await world.sql.change(
    `INSERT INTO saved_view (id, sign_in_id, page, name, address) VALUES ($1, $2, 'complaints', $3, '')`,
    [id, kind === 'own' ? visitor.signInId : world.admin.signInId, `Example ${id}`],
  );
  return id;
}

const aboutView = (body?: object) => ({
  records: ['own', 'neighbour', 'absent'] as const,
  asked: async (cell: Cell) => ({ params: { id: await aViewOf(cell) }, body }),
});

export const lists: Examples = {
  'GET /api/complaints/export': plain({ query: { format: 'csv' } }),
  'GET /api/contacts/export': plain({ query: { format: 'csv' } }),
  'POST /api/complaints/assign': plain({ body: { complaints: [{ id: absentId, revision: 1, ownerId: null }] } }),
  'GET /api/views': plain({ query: { page: 'complaints' } }),
  'PUT /api/views/:id': aboutView({ ...view, name: 'Example kept' }),
  'DELETE /api/views/:id': aboutView(),
};
