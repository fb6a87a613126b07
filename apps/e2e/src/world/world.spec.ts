import { expect, test } from '../test.js';
import { knownPeople } from './known-people.js';

test('the world answers on its own port with its own database', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.ok(), await answer.text()).toBe(true);
});

for (const role of ['rep', 'supervisor', 'head', 'executive', 'admin'] as const) {
  test(`the ${role} is known and has that role`, async ({ world, sessionOf, playwright }) => {
    const client = await playwright.request.newContext({ baseURL: world.url, storageState: await sessionOf(role) });
    const me = (await (await client.get('/api/session')).json()) as { name: string; grants: { role: string }[] };
    expect(me.name).toBe(knownPeople[role].name);
    expect(me.grants.map((grant) => grant.role)).toEqual([role]);
    await client.dispose();
  });
}
