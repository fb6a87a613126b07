import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { aNote, enter, expectStoredOnce, logged, note, notSent, openDesk, save, storedBy } from './entry.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

for (const [point, stored] of [
  ['before it begins', 0],
  ['head', 0],
  ['body', 0],
  ['sent', undefined],
  ['half-answer', 1],
  ['answer', 1],
] as const) {
  test(`a line cut at this point of the saving, ${point}, costs no entry and doubles none`, async ({ page, world }) => {
    const [proxy, text] = [await startNetworkFaultProxy(world.url), aNote()];
    await openDesk(page, `${proxy.url}/desk`);
    await enter(page, text);
    if (point === 'before it begins') proxy.cut();
    else proxy.cutAt(point, 'POST /api/contacts ');
    await save(page);
    await expect(notSent(page)).toBeVisible();
    await expect(note(page)).toHaveValue('');
    await expect(page.getByText('Kept on this computer; goes out by itself')).toBeVisible();
    if (stored !== undefined) expect(await storedBy(world, text)).toHaveLength(stored);

    proxy.heal();
    await expect(logged(page)).toBeVisible({ timeout: 15_000 });
    await expect(notSent(page)).toBeHidden();
    await expectStoredOnce(world, text);
    await proxy.stop();
  });
}

test('a line that says nothing frees the form after a second; the entry goes out when it speaks again', async ({
  page,
  world,
}) => {
  const [proxy, text, next] = [await startNetworkFaultProxy(world.url), aNote(), aNote()];
  await openDesk(page, `${proxy.url}/desk`);
  await enter(page, text);
  proxy.stall();
  await save(page);
  await expect(notSent(page)).toBeVisible({ timeout: 2_500 });
  await enter(page, next);
  await save(page);
  await expect(notSent(page, 2)).toBeVisible({ timeout: 2_500 });
  expect(await storedBy(world, text)).toEqual([]);
  proxy.heal();
  await expect(page.getByText('not sent yet')).toBeHidden({ timeout: 15_000 });
  await expectStoredOnce(world, text);
  await expectStoredOnce(world, next);
  await proxy.stop();
});

test('what is entered while the one before is being saved is the beginning of the next', async ({ page, world }) => {
  const [proxy, text] = [await startNetworkFaultProxy(world.url), aNote()];
  await openDesk(page, `${proxy.url}/desk`);
  await enter(page, text);
  proxy.delay(150);
  await page.keyboard.press('Control+s');
  await note(page).fill('and the next one');
  await expect(logged(page)).toBeVisible();
  await expect(note(page)).toHaveValue('and the next one');
  await expectStoredOnce(world, text);
  await page.getByRole('button', { name: 'Clear' }).click();
  await proxy.stop();
});
