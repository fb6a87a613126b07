import type { AnswerRecorded, CustomerMerged } from '@forecall/contracts';
import {
  aboutRecord,
  absentId,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';
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

const why = 'an example';

/** `two` makes the one that goes and the one that stays. */
const aMerge = (two: (cell: Cell) => Promise<readonly [string, string]>): Example => ({
  records: kinds,
  asked: async (cell) => {
    const [gone, into] = await two(cell);
    return { params: { id: cell.kind === 'absent' ? absentId : gone }, body: { into, why } };
  },
});
const twoAccounts = async (cell: Cell) => [await anAccountOf(cell), await anAccountOf(cell)] as const;
const twoPeople = async ({ world }: Cell) => {
  const accountId = await anAccount(world.sql);
  return [await aPerson(world.sql, accountId), await aPerson(world.sql, accountId)] as const;
};

async function aMergeOf(cell: Cell): Promise<string> {
  const [gone, into] = await twoAccounts(cell);
  const { body } = await cell.world.test.http
    .post(`/api/accounts/${gone}/merge`)
    .set('Cookie', deskOf(cell).head.cookie)
    .send({ into, why })
    .expect(200);
  return (body as CustomerMerged).mergeId;
}

export const customers: Examples = {
  'GET /api/customers/find': plain({ query: { q: 'chen' } }),
  'GET /api/customers/caller': plain({ query: { phone: '+8675526018840' } }),
  'GET /api/customers/similar': plain({ query: { company: 'Example' } }),
  'POST /api/customers': plain({ body: { person: 'Example' } }),
  'POST /api/accounts': plain({ body: { name: 'Example' } }),
  'GET /api/accounts/:id': aboutRecord(anAccountOf, {}, kinds),
  'GET /api/accounts/:id/history': aboutRecord(anAccountOf, {}, kinds),
  'GET /api/accounts/:id/similar': aboutRecord(anAccountOf, {}, kinds),
  'POST /api/accounts/:id/merge': aMerge(twoAccounts),
  'POST /api/people/:id/merge': aMerge(twoPeople),
  'POST /api/customer-merges/:id/undo': aboutRecord(aMergeOf, {}, kinds),
  'POST /api/accounts/:id/people': aboutRecord(anAccountOf, { body: { name: 'Example' } }, kinds),
  'GET /api/people/:id': aboutRecord(aPersonOf, {}, kinds),
  'GET /api/people/:id/history': aboutRecord(aPersonOf, {}, kinds),
  'GET /api/people/:id/similar': aboutRecord(aPersonOf, {}, kinds),
  'GET /api/contacts/:id/answers': aboutRecord(aContactOf),
  'POST /api/contacts/:id/answers': aboutRecord(aContactOf, { body: { score: 4 } }),
  'POST /api/answers/:id/void': aboutRecord(anAnswerOf, { body: { revision: 1, why } }),
};
