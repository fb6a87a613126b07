import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { aNote, enter, expectStoredOnce, logged, notSent, openDesk, save } from './entry.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

test('a double click on saving logs one contact', async ({ page, world }) => {
  const text = aNote();
  await openDesk(page);
  await enter(page, text);
  await page.getByRole('button', { name: 'Save and next' }).dblclick();
  await expect(logged(page)).toBeVisible();
  await expectStoredOnce(world, text);
  await expect(page.getByText('Choose how it ended.')).toBeHidden();
});

test('Ctrl+Enter twice logs one contact, on a slow line too', async ({ page, world }) => {
  const proxy = await startNetworkFaultProxy(world.url);
  await openDesk(page, `${proxy.url}/desk`);
  for (const milliseconds of [0, 300]) {
    const text = aNote();
    proxy.delay(milliseconds);
    await enter(page, text);
    await save(page);
    await save(page);
    await expect(logged(page)).toBeVisible();
    await expectStoredOnce(world, text);
    await expect(page.getByText('Choose how it ended.')).toBeHidden();
  }
  await proxy.stop();
});

test('two tabs see the same unsent entries, and send each once', async ({ page, context, world }) => {
  const [proxy, one, two] = [await startNetworkFaultProxy(world.url), aNote(), aNote()];
  const other = await context.newPage();
  await openDesk(page, `${proxy.url}/desk`);
  await openDesk(other, `${proxy.url}/desk`);
  const asked: string[] = [];
  for (const tab of [page, other])
    tab.on('response', (answer) => {
      if (answer.request().method() === 'POST' && answer.url().endsWith('/api/contacts'))
        asked.push((answer.request().postDataJSON() as { note: string }).note);
    });

  proxy.cut();
  await enter(page, one);
  await save(page);
  await enter(other, two);
  await save(other);
  await expect(notSent(page, 2)).toBeVisible();
  await expect(notSent(other, 2)).toBeVisible();

  // Whichever tab is first sends all, and the button of the other goes: both are held before the line is there.
  const buttons = await Promise.all(
    [page, other].map((tab) => tab.getByRole('button', { name: 'Try now' }).elementHandle()),
  );
  proxy.heal();
  await Promise.all(buttons.map((button) => button.evaluate((element: HTMLElement) => element.click())));
  for (const tab of [page, other]) await expect(tab.getByText('not sent yet')).toBeHidden({ timeout: 15_000 });
  await expectStoredOnce(world, one);
  await expectStoredOnce(world, two);
  expect(asked, 'in the order of saving, and no answer asked for twice').toEqual([one, two]);
  await proxy.stop();
});
