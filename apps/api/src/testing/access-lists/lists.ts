import type { ComplaintList, ContactList, ReportList, WallboardPage } from '@forecall/contracts';
import type { ComplaintRow, ContactRow, Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

const moments = ['2026-01-01T05:00:00Z', '2026-01-01T11:00:00Z', '2026-01-01T18:00:00+02:00'];

const byTime = <Row>(endedAt: (row: Row) => string) => ({
  from: { values: moments, holds: (row: Row, at: string) => Date.parse(endedAt(row)) >= Date.parse(at) },
  to: { values: moments, holds: (row: Row, at: string) => Date.parse(endedAt(row)) < Date.parse(at) },
});

const staffIds = ({ visitors }: Scenery) => visitors.map(({ staffId }) => staffId);

/** Of a complaint about them that they do not own, nobody but an executive learns the customer. */
const isAbout = (
  complaint: ComplaintRow | undefined,
  { staffId, isExecutive }: Pick<Visitor, 'staffId' | 'isExecutive'>,
) => !isExecutive && complaint?.concernedId === staffId && complaint.ownerId !== staffId;

export const contactList = (scenery: Scenery): ScopedList<ContactRow, Visitor> => {
  const complaintOf = ({ id }: ContactRow) => scenery.complaints.find(({ contact }) => contact.id === id);
  return {
    route: 'GET /api/contacts',
    // Without a name the list looks four weeks back.
    unasked: ({ accountId, repId, to }): Record<string, string> =>
      accountId === undefined && repId === undefined
        ? { from: new Date((to === undefined ? Date.now() : Date.parse(to)) - 28 * 86_400_000).toISOString() }
        : {},
    filters: {
      accountId: {
        values: scenery.accountIds,
        holds: (row, id, visitor) => row.accountId === id && !isAbout(complaintOf(row), visitor),
      },
      repId: {
        values: [...staffIds(scenery), 'me'],
        holds: (row, id, { staffId }) => row.repId === (id === 'me' ? staffId : id),
      },
      teamId: { values: scenery.teams.map(({ id }) => id), holds: (row, id) => row.teamId === id },
      departmentId: { values: scenery.departmentIds, holds: (row, id) => row.handlingId === id },
      channel: { values: ['phone', 'email', 'chat'], holds: (row, channel) => row.channel === channel },
      ...byTime<ContactRow>(({ endedAt }) => endedAt),
    },
    idsOf: (body) => (body as ContactList).contacts.map(({ id }) => id),
    isSeen: (row, { staffId, isExecutive, teamIds, departmentIds }) =>
      isExecutive ||
      row.repId === staffId ||
      (scenery.carers.get(row.accountId) === staffId && !isAbout(complaintOf(row), { staffId, isExecutive })) ||
      teamIds.includes(row.teamId) ||
      departmentIds.includes(row.handlingId) ||
      departmentIds.includes(row.answerableId),
  };
};

export const complaintList = (scenery: Scenery): ScopedList<ComplaintRow, Visitor> => {
  const ledBy = ({ teamIds, departmentIds }: Visitor) => [
    ...departmentIds,
    ...scenery.teams.filter(({ id }) => teamIds.includes(id)).map(({ departmentId }) => departmentId),
  ];
  return {
    route: 'GET /api/complaints',
    unasked: () => ({ state: 'open' }),
    filters: {
      state: { values: ['open', 'all', 'closed'], holds: (_, state) => state !== 'closed' },
      departmentId: { values: scenery.departmentIds, holds: ({ contact }, id) => contact.answerableId === id },
      handlingDepartmentId: { values: scenery.departmentIds, holds: ({ contact }, id) => contact.handlingId === id },
      teamId: { values: scenery.teams.map(({ id }) => id), holds: ({ contact }, id) => contact.teamId === id },
      ownerId: {
        values: [...staffIds(scenery), 'me', 'nobody'],
        holds: ({ ownerId }, id, { staffId }) => (ownerId ?? 'nobody') === (id === 'me' ? staffId : id),
      },
      repConcernedId: { values: staffIds(scenery), holds: ({ concernedId }, id) => concernedId === id },
      accountId: {
        values: scenery.accountIds,
        holds: (row, id, visitor) => row.contact.accountId === id && !isAbout(row, visitor),
      },
      stage: { values: ['received', 'closed'], holds: (_, stage) => stage === 'received' },
      search: {
        values: ['TWICE', '扣款', '0%', 'charged_', 'no such words'],
        holds: ({ summary }, text) => summary.toLowerCase().includes(text.toLowerCase()),
      },
      sort: { values: ['newest', 'oldest'], holds: () => true },
      ...byTime<ComplaintRow>(({ contact }) => contact.endedAt),
    },
    idsOf: (body) => (body as ComplaintList).complaints.map(({ id }) => id),
    isSeen: ({ contact, ownerId, concernedId }, visitor) =>
      visitor.isExecutive ||
      [contact.repId, ownerId, concernedId].includes(visitor.staffId) ||
      ledBy(visitor).some((id) => id === contact.handlingId || id === contact.answerableId),
  };
};

export interface WallboardRow {
  readonly id: string;
  readonly departmentId: string | null;
  readonly createdBy: string;
  readonly isRevoked: boolean;
}

export const wallboardList: ScopedList<WallboardRow, Visitor> = {
  route: 'GET /api/wallboards',
  unasked: () => ({ state: 'active' }),
  filters: {
    state: {
      values: ['active', 'revoked', 'all'],
      holds: ({ isRevoked }, state) => state === 'all' || isRevoked === (state === 'revoked'),
    },
  },
  idsOf: (body) => (body as WallboardPage).wallboards.map(({ id }) => id),
  isSeen: ({ departmentId, createdBy }, { signInId, isExecutive, departmentIds }) =>
    isExecutive || createdBy === signInId || (departmentId !== null && departmentIds.includes(departmentId)),
};

export interface ReportRow {
  readonly id: string;
  readonly ownerId: string;
  readonly isShared: boolean;
  readonly isDeleted: boolean;
}

export const reportList: ScopedList<ReportRow, Visitor> = {
  route: 'GET /api/reports',
  filters: {
    whose: {
      values: ['own', 'shared', 'all'],
      holds: ({ ownerId }, whose, { signInId }) => whose === 'all' || (whose === 'own') === (ownerId === signInId),
    },
  },
  idsOf: (body) => (body as ReportList).reports.map(({ id }) => id),
  isSeen: ({ ownerId, isShared, isDeleted }, { signInId }) => !isDeleted && (isShared || ownerId === signInId),
};
