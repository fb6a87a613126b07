import { shippedTrades } from '../../set-up/trades/trade-files.js';
import { v7 as uuid } from 'uuid';
import { deskOf, type Examples, plain } from '../access-matrix/example.js';

/** Another one each time: what is there already is refused. */
let asked = 0;
const nextTrade = () => shippedTrades()[(asked += 1) % shippedTrades().length]!;

/** Leaving the demo is refused there with a conflict to who may: the company is no demo. */
const ownCompany = {
  ...{ demoName: 'Demo', organisationName: 'Own', zone: 'Asia/Shanghai', locale: 'en' },
  ...{ name: 'Lin', email: 'lin@own.test', password: 'a password of my own' },
};

export const setUp: Examples = {
  'GET /api/set-up': plain(),
  'PATCH /api/set-up': plain({ body: { isHidden: true } }),
  'PUT /api/set-up/drafts/:page': plain({ params: { page: 'units' }, body: { text: 'Billing' } }),
  'POST /api/set-up/own-company': plain({ body: ownCompany }),
  'POST /api/set-up/units': plain(() => ({ body: { departments: [{ name: uuid() }] } })),
  'POST /api/set-up/staff/check': plain({ body: { lines: [{ line: 1, name: 'Lin' }] } }),
  'POST /api/set-up/staff': plain({ body: { lines: [{ line: 1, name: 'Lin' }] } }),
  'GET /api/set-up/trades': plain(),
  'POST /api/set-up/reasons': plain((cell) => {
    const { id, groups, kinds } = nextTrade();
    const chosen = groups.flatMap(({ reasons }) => reasons.map(({ key }) => key));
    const { departmentId } = deskOf(cell);
    return { body: { trade: id, chosen, departments: kinds.map(({ kind }) => ({ kind, departmentId })) } };
  }),
};
