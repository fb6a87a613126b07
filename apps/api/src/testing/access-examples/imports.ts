import { v7 as uuid } from 'uuid';
import { absentId, type Cell, type Example, type Examples, plain } from '../access-matrix/example.js';

const definition = {
  ...{ name: 'an-example', title: 'An example', source: 'example', zone: 'UTC' },
  account: { name: { column: 'Name' } },
};

/** An import in a state, with a file of one row. */
async function anImport({ world }: Cell, state: string): Promise<string> {
  const id = uuid();
  await world.sql.change(
    `INSERT INTO import_batch (id, file_name, file_sha256, state, preset, definition, rows_staged, header)
     VALUES ($1, 'a.csv', '', $2, 'an-example', $3, 1, '["Name"]')`,
    [id, state, JSON.stringify(definition)],
  );
  await world.sql.change(`INSERT INTO import_file (batch_id, n, piece) VALUES ($1, 0, 'Name\nHarbour Bank\n')`, [id]);
  return id;
}

const about = (state: string, body?: object): Example => ({
  records: ['own', 'absent'],
  asked: async (cell) => ({ params: { id: cell.kind === 'absent' ? absentId : await anImport(cell, state) }, body }),
});

async function aPreset({ world, kind }: Cell): Promise<string> {
  const name = `example-${uuid()}`;
  if (kind !== 'absent')
    await world.sql.change('INSERT INTO import_preset (name, definition) VALUES ($1, $2)', [
      ...[name, JSON.stringify({ ...definition, name })],
    ]);
  return name;
}

const aboutPreset: Example = {
  records: ['own', 'absent'],
  asked: async (cell) => ({ params: { name: await aPreset(cell) } }),
};

/** A row that is refused by itself is a good request all the same. */
const bulk = plain({ body: { source: 'example', rows: [{ externalId: '1' }] } });

export const imports: Examples = {
  'GET /api/imports': plain(),
  'GET /api/imports/:id': about('done'),
  'PUT /api/imports/:id': plain(() => ({
    ...{ params: { id: uuid() }, query: { name: 'a.csv' }, body: Buffer.from('Name\nHarbour Bank\n') },
    headers: { 'Content-Type': 'application/octet-stream' },
  })),
  'GET /api/imports/:id/detection': about('received'),
  'POST /api/imports/:id/preview': about('received', { definition }),
  'POST /api/imports/:id/check': about('received', { definition }),
  'POST /api/imports/:id/confirm': about('checked'),
  'POST /api/imports/:id/cancel': about('checked'),
  'POST /api/imports/:id/undo': about('done'),
  'GET /api/imports/:id/worked-on': about('done'),
  'GET /api/imports/:id/bad-rows': about('checked'),
  'GET /api/imports/:id/bad-rows.csv': about('checked'),
  'GET /api/import-presets': plain(),
  'GET /api/import-presets/:name': aboutPreset,
  'PUT /api/import-presets/:name': plain(() => ({
    ...{ params: { name: `example-${uuid()}` }, body: { definition, revision: 0 } },
  })),
  'DELETE /api/import-presets/:name': aboutPreset,
  'POST /api/bulk/contacts': bulk,
  'POST /api/bulk/complaints': bulk,
  'POST /api/bulk/answers': bulk,
};
