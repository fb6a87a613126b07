import type { AnswerRecorded } from '@forecall/contracts';
import { aboutRecord, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';
import { anAccount } from '../builders.js';
import { aPerson } from '../desk-builders.js';
import { aContactOf } from './contacts.js';

/** Customers are one for all who log contacts: what matters is whether a record is there. */
const kinds = ['own', 'absent'] as const;
const anAccountOf = ({ world }: Cell) => anAccount(world.sql);
const aPersonOf = async ({ world }: Cell) => aPerson(world.sql, await anAccount(world.sql));

async function anAnswerOf(cell: Cell): Promise<string> {
  const { body } = await cell.world.test.http
    .post(`/api/contacts/${await aContactOf(cell)}/answers`)
    .set('Cookie', deskOf(cell).head.cookie)
    .send({ score: 4 })
    .expect(201);
  return (body as AnswerRecorded).id;
}

export const customers: Examples = {
  'GET /api/customers/find': plain({ query: { q: 'chen' } }),
  'POST /api/accounts': plain({ body: { name: 'Example' } }),
  'GET /api/accounts/:id': aboutRecord(anAccountOf, {}, kinds),
  'GET /api/accounts/:id/history': aboutRecord(anAccountOf, {}, kinds),
  'POST /api/accounts/:id/people': aboutRecord(anAccountOf, { body: { name: 'Example' } }, kinds),
  'GET /api/people/:id': aboutRecord(aPersonOf, {}, kinds),
  'GET /api/people/:id/history': aboutRecord(aPersonOf, {}, kinds),
  'GET /api/contacts/:id/answers': aboutRecord(aContactOf),
  'POST /api/contacts/:id/answers': aboutRecord(aContactOf, { body: { score: 4 } }),
  'POST /api/answers/:id/void': aboutRecord(anAnswerOf, { body: { revision: 1, why: 'an example' } }),
};
