import { expect, test } from '../test.js';

test('the world answers on its own port with its own database', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.ok(), await answer.text()).toBe(true);
});
