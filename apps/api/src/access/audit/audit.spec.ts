import { setTimeout as delay } from 'node:timers/promises';
import type { AuditAct, AuditPage } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { anOrganisation } from '../../testing/builders.js';
import { aUser, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the audit trail', () => {
  let test: TestApp;
  let admin: User;
  let other: User;
  const [team, reason] = ['01998d3a-0000-7000-8000-000000000001', '01998d3a-0000-7000-8000-000000000002'];
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aUser(test.database, { role: 'admin', name: 'Admin Ada' });
    other = await aUser(test.database, { role: 'admin', name: 'Admin Bo' });
    await record(admin, 'team.renamed', 'team', team);
    await record(other, 'team.renamed', 'team', team);
    await record(admin, 'reason.moved', 'reason', reason);
  });
  afterAll(() => test.close());

  const record = async ({ signInId }: User, act: AuditAct, entity: string, id: string) => {
    const by = { signInId, name: 'as named then', address: '10.0.0.7' };
    await delay(5); // instants are told to the millisecond, and the period's spec needs each to have one of its own
    await test.app
      .get(AuditTrail)
      .record(test.database, by, { act, entity, id, name: 'Team A', before: { name: 'A' }, after: { name: 'B' } });
  };
  const list = async (query: string): Promise<AuditPage> =>
    (await test.http.get(`/api/audit?${query}`).set('Cookie', admin.cookie).expect(200)).body as AuditPage;
  const acts = ({ entries }: AuditPage) => entries.map(({ n, act }) => `${n} ${act}`);

  it('says who did what to which thing, from where, and what it was before', async () => {
    const { entries } = await list('limit=1');
    expect(entries).toEqual([
      {
        n: 3,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        byId: admin.signInId,
        byName: 'as named then',
        fromAddress: '10.0.0.7',
        act: 'reason.moved',
        entity: 'reason',
        entityId: reason,
        entityName: 'Team A',
        before: { name: 'A' },
        after: { name: 'B' },
      },
    ]);
  });

  it('is filtered by thing, person and period', async () => {
    const all = ['3 reason.moved', '2 team.renamed', '1 team.renamed'];
    expect(acts(await list(''))).toEqual(all);
    expect(acts(await list('entity=team'))).toEqual(all.slice(1));
    expect(acts(await list(`entity=team&entityId=${team}&by=${other.signInId}`))).toEqual(['2 team.renamed']);
    expect(acts(await list(`entity=team&entityId=${reason}`))).toEqual([]);
    const { at } = (await list('limit=1&after=3')).entries[0]!;
    expect(acts(await list(`from=${at}`))).toEqual(all.slice(0, 2));
    expect(acts(await list(`to=${at}`))).toEqual(all.slice(2));
    expect(acts(await list(`from=${encodeURIComponent(at.replace('Z', '+00:00'))}`))).toHaveLength(2);
  });

  it('comes page by page, the newest first', async () => {
    const first = await list('limit=2');
    expect([acts(first), first.next]).toEqual([['3 reason.moved', '2 team.renamed'], 2]);
    const second = await list(`limit=2&after=${first.next}`);
    expect([acts(second), second.next]).toEqual([['1 team.renamed'], null]);
  });

  it.each(['limit=201', 'by=x', 'from=yesterday', 'after=0', 'act=1;drop'])('refuses %s', async (query) => {
    await test.http.get(`/api/audit?${query}`).set('Cookie', admin.cookie).expect(400);
  });

  it.each(['UPDATE audit_entry SET act = $1', 'DELETE FROM audit_entry WHERE act <> $1'])(
    'cannot be changed, even by %s',
    async (statement) => {
      await expect(test.database.change(statement, ['x.y'])).rejects.toThrow('never changed or deleted');
    },
  );

  it('is not there for an act that was rolled back', async () => {
    const act = test.database.transaction(async (sql) => {
      const by = { signInId: null, name: 'program', address: '' };
      await test.app.get(AuditTrail).record(sql, by, { act: 'team.closed', entity: 'team', id: team, name: 'A' });
      throw new Error('something else failed');
    });
    await expect(act).rejects.toThrow('something else failed');
    expect((await list('')).entries).toHaveLength(3);
  });
});
