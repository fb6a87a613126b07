import { absentId, type Cell, type Examples } from '../access-matrix/example.js';

/** A figure of the own or the neighbouring team; it is within reach or narrowed to it, never refused. */
const figure = {
  records: ['own', 'neighbour'] as const,
  asked: ({ world, kind }: Cell) => ({
    params: { metric: 'offered' },
    query: {
      from: '2026-01-01',
      to: '2026-02-01',
      scope: `team:${kind === 'own' ? world.own.teamId : world.neighbour.teamId}`,
    },
  }),
};

/** The people of the own or the neighbouring department; which of them have names is for the feature's own spec. */
const funnel = {
  records: ['own', 'neighbour', 'absent'] as const,
  asked: ({ world, kind }: Cell) => ({
    query: {
      ...{ metric: 'csat', from: '2026-01-01', to: '2026-02-01' },
      of: kind === 'absent' ? absentId : world[kind === 'own' ? 'own' : 'neighbour'].departmentId,
    },
  }),
};

const team = {
  records: ['own', 'neighbour', 'absent'] as const,
  asked: ({ world, kind }: Cell) => ({
    query: { team: kind === 'absent' ? absentId : world[kind === 'own' ? 'own' : 'neighbour'].teamId },
  }),
};

export const figures: Examples = {
  'GET /api/figures/:metric': figure,
  'GET /api/figures/:metric/receipt': figure,
  'GET /api/figures/:metric/receipt.csv': figure,
  'GET /api/funnels': funnel,
  'GET /api/team': team,
  'board.watch': { asked: () => ({ body: { window: 'h1', side: 'answerable' } }) },
};
