import { expectAccessible } from '../accessibility.js';
import { aPublishedForm, asked } from '../surveys/asked.js';
import { expect, test } from '../test.js';
import { knownPeople } from '../world/known-people.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('an answer that a customer gives moves the team’s page and the board of whoever looks', async ({
  page,
  browser,
  agent,
  clientOf,
  world,
}) => {
  await agent.takeCalls('billing', 3, 1);
  const { address } = await asked(world.databaseUrl, await aPublishedForm(await clientOf('executive')));
  await page.goto('/board?window=today');
  const board = page.getByRole('button', { name: /^Satisfied answers/ });
  await expect(board).toBeVisible();
  const countsOf = (text: string): number[] => (/(\d+) \/ (\d+)/.exec(text) ?? []).slice(1).map(Number);
  const onBoard = countsOf(await board.innerText());
  const team = await page.context().newPage();
  await team.goto('/team');
  const row = team.getByRole('row', { name: new RegExp(knownPeople.rep.name) });
  await expect(row).toBeVisible();
  const service = row.getByRole('button', { name: /^Satisfied answers, / });
  const onTeam = countsOf((await service.getAttribute('aria-label')) ?? '');
  await expectAccessible(team);

  const customer = await browser.newPage({ baseURL: world.url, javaScriptEnabled: false });
  await customer.goto(`${address}?lang=en&score=5`);
  await customer.getByRole('button', { name: 'Send' }).click();
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await customer.close();

  const [satisfied, all] = onTeam.map((count) => count + 1);
  await expect(service).toHaveAttribute('aria-label', new RegExp(`: .*, ${satisfied} / ${all}\\. Open`));
  await expect(board).toContainText(`${onBoard[0]! + 1} / ${onBoard[1]! + 1}`);

  // Each figure opens its rows; the period is in the address.
  await service.press('Enter');
  await expect(team.getByRole('dialog', { name: `Satisfied answers, ${knownPeople.rep.name}` })).toContainText(
    new RegExp(`(?<!\\d)${all} rows? shown`),
  );
  await team.keyboard.press('Escape');
  await team.getByText('28 days', { exact: true }).click();
  await expect(team).toHaveURL(/window=d28/);
  await team.setViewportSize({ width: 390, height: 844 });
  await expect(team.getByRole('listitem').filter({ hasText: knownPeople.rep.name })).toContainText('Open duties');
  await expect(team.getByRole('listitem').filter({ hasText: 'Whole team' })).toContainText('Ratio of sums');
  await expectAccessible(team);
  await team.close();
});
