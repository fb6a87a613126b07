import { localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { aStaff } from '../builders.js';
import {
  absentId,
  aboutRecord,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';

const records = ['own', 'neighbour', 'absent'] as const;
const today = () => localDay(new Date(), 'Asia/Shanghai');
const days = { from: '2026-01-01', to: '2026-02-01' };
const trend = { metric: 'csat', by: 'month', to: '2026-02-01' };

/** One's own card and that of a new neighbour: of a member of the team, who is the visitor where it is their own. */
const ofRep = (query: Record<string, string>): Example => ({
  records,
  asked: async (cell) => {
    const id =
      cell.kind === 'own' ? cell.visitor.staffId : await aStaff(cell.world.sql, { teamId: deskOf(cell).teamId });
    return { params: { kind: 'rep', id: cell.kind === 'absent' ? absentId : id }, query };
  },
});

const indicator = { metric: 'csat', target: 0.85, floor: 0.6, weight: 1, dial: null };

/** Indicators are the company's: there is none of a neighbour. */
async function anIndicator({ world: { sql } }: Cell): Promise<string> {
  const id = uuid();
  await sql.change('TRUNCATE indicator');
  await sql.change(
    `INSERT INTO indicator (id, metric, card, target, floor, weight, from_day)
     VALUES ($1, 'csat', 'rep', 0.85, 0.6, 1, current_date + 5)`,
    [id],
  );
  return id;
}

async function anIndicatorAct({ world: { sql }, visitor }: Cell): Promise<string> {
  const [id, row] = [uuid(), await sql.first<{ id: string }>('SELECT gen_random_uuid() AS id')];
  await sql.change('TRUNCATE indicator');
  await sql.change(
    `INSERT INTO indicator (id, metric, card, target, floor, weight, from_day)
     VALUES ($1, 'csat', 'rep', 0.85, 0.6, 1, current_date + 5)`,
    [row?.id],
  );
  const after = { id: row?.id, revision: 1, metric: 'csat' };
  await sql.change('INSERT INTO organisation_act (id, by_sign_in_id, changes) VALUES ($1, $2, $3)', [
    ...[id, visitor.signInId, JSON.stringify([{ entity: 'Indicator', before: null, after }])],
  ]);
  return id;
}

/** A card is for its own person and for who leads there; what is wanted on it executives say. */
export const scorecards: Examples = {
  'GET /api/scorecards': plain(),
  'GET /api/scorecards/own': plain(),
  'GET /api/scorecards/:kind/:id': ofRep(days),
  'GET /api/scorecards/:kind/:id/trend': ofRep(trend),
  'GET /api/indicators': plain({ query: { card: 'rep' } }),
  'POST /api/indicators': plain(async ({ world: { sql } }) => {
    await sql.change('TRUNCATE indicator');
    return { body: { ...indicator, card: 'rep', from: today(), inForce: null } };
  }),
  'POST /api/indicators/ready-made': plain(async ({ world: { sql } }) => {
    await sql.change('TRUNCATE indicator');
    return { body: {} };
  }),
  'POST /api/indicators/:id/end': {
    records: ['own', 'absent'],
    asked: async (cell) => {
      const day = await cell.world.sql.first<{ day: string }>(
        `SELECT to_char(now() + interval '9 days', 'YYYY-MM-DD') AS day`,
      );
      const id = cell.kind === 'absent' ? absentId : await anIndicator(cell);
      return { params: { id }, body: { from: day?.day, revision: 1 } };
    },
  },
  'POST /api/indicators/acts/:id/undo': aboutRecord(anIndicatorAct, {}, ['own', 'absent']),
};
