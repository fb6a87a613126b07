import { v7 as uuid } from 'uuid';
import { aboutRecord, type Cell, type Examples, plain } from '../access-matrix/example.js';

const question = { metrics: ['handled'], period: '2026-01-01..2026-01-31' };
const query = { metrics: 'handled', period: '2026-01-01..2026-01-31' };

/** `own`: kept by the visitor; `neighbour`: by somebody else who shares it. */
async function aReportOf({ world, visitor, kind }: Cell, isDeleted = false): Promise<string> {
  const id = uuid();
  const definition = {
    ...question,
    scope: [],
    by: [],
    clock: 'end',
    threshold: 20,
    letters: 'as-recorded',
    compare: [],
  };
  await world.sql.change(
    `INSERT INTO report (id, owner_id, name, definition, is_shared, deleted_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END)`,
    [
      ...[id, kind === 'own' ? visitor.signInId : world.admin.signInId, `Example ${id}`],
      ...[JSON.stringify({ ...definition, view: 'table' }), kind === 'neighbour', isDeleted],
    ],
  );
  return id;
}

export const reports: Examples = {
  'GET /api/reports/table': plain({ query }),
  'GET /api/reports/export': plain({ query: { ...query, format: 'csv' } }),
  'POST /api/reports': plain(() => ({ body: { name: `Example ${uuid()}`, definition: question } })),
  'GET /api/reports/:id': aboutRecord(aReportOf),
  'PATCH /api/reports/:id': aboutRecord(aReportOf, { body: { revision: 1, name: 'Example renamed' } }),
  'DELETE /api/reports/:id': aboutRecord(aReportOf, { query: { revision: '1' } }),
  'POST /api/reports/:id/restore': aboutRecord((cell) => aReportOf(cell, true)),
};
