import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../accessibility.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { aNote, enter, expectStoredOnce, note, notSent, openDesk, save, storedBy } from './entry.js';
import { startKillableBrowser } from './killable-browser.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const draftKept = 'draft kept on this computer';

test('a browser that is killed has kept what was unsent and what was being typed', async ({ world, sessionOf }) => {
  const [proxy, unsent, draft] = [await startNetworkFaultProxy(world.url), aNote(), aNote()];
  const profile = await mkdtemp(join(tmpdir(), 'forecall-profile-'));
  const { cookies } = await sessionOf('rep');

  const first = await startKillableBrowser(profile, cookies);
  await openDesk(first.page, `${proxy.url}/desk`);
  await enter(first.page, unsent);
  proxy.cut();
  await save(first.page);
  await expect(notSent(first.page)).toBeVisible();
  await note(first.page).pressSequentially(draft);
  await first.page.waitForTimeout(300);
  await first.kill();
  expect(await storedBy(world, unsent)).toEqual([]);

  proxy.heal();
  const second = await startKillableBrowser(profile, cookies);
  await openDesk(second.page, `${proxy.url}/desk`);
  await expectStoredOnce(world, unsent);
  const left = second.page.getByRole('region', { name: 'Begun and not saved' });
  await expect(left).toContainText(/Draft of .*, Unknown caller/);
  await expect(left).toContainText(draft);
  await left.getByRole('button', { name: 'Take it up' }).click();
  await expect(note(second.page)).toHaveValue(draft);
  await expect(left).toBeHidden();
  await second.kill();
  await proxy.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a tab closed while its entry is on the way loses nothing: any page of the same user sends it', async ({
  page,
  context,
  world,
}) => {
  const [proxy, text] = [await startNetworkFaultProxy(world.url), aNote()];
  await openDesk(page, `${proxy.url}/desk`);
  await enter(page, text);
  await expect(page.getByText(draftKept)).toBeVisible();
  proxy.stall();
  await save(page);
  await page.waitForTimeout(300);
  await page.close({ runBeforeUnload: false });
  proxy.heal();

  const next = await context.newPage();
  await next.goto(`${proxy.url}/me`);
  await expectStoredOnce(world, text);
  await expect(next.getByText('1 entry sent')).toBeVisible();
  await openDesk(next, `${proxy.url}/desk`);
  await expect(next.getByText('Draft of')).toBeHidden();
  await proxy.stop();
});

test('a tab closed at the very moment of saving leaves the entry or its draft, never both', async ({
  page,
  context,
  world,
}) => {
  const text = aNote();
  await openDesk(page);
  await enter(page, text);
  await expect(page.getByText(draftKept)).toBeVisible();
  await save(page);
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  await openDesk(next);
  const found = async () => [...(await storedBy(world, text)), ...(await next.getByText(text).all())].length;
  await expect.poll(found).toBe(1);
});

test('each tab has a draft of its own; that of a tab that lives is offered to no other', async ({ page, context }) => {
  const [one, two] = [aNote(), aNote()];
  await openDesk(page);
  await note(page).fill(one);
  await expect(page.getByText(draftKept)).toBeVisible();
  // A copy of the tab, with a copy of what the tab itself had kept.
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate('void open("/desk")')]);
  await openDesk(copy);
  await expect(copy.getByText('Draft of')).toBeHidden();
  await expect(note(copy)).toHaveValue('');
  await note(copy).fill(two);
  await expect(copy.getByText(draftKept)).toBeVisible();
  await copy.reload();
  await expect(note(copy)).toHaveValue(two);
  await page.reload();
  await expect(note(page)).toHaveValue(one);

  await copy.close({ runBeforeUnload: false });
  const left = page.getByRole('region', { name: 'Begun and not saved' });
  await expect(left).toContainText(two);
  await expectAccessible(page);
  await left.getByRole('button', { name: 'Take it up' }).click({ force: true });
  await expect(note(page)).toHaveValue(one);
  await left.getByRole('button', { name: 'Drop it' }).click();
  await expect(page.getByText('Draft dropped')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(left).toContainText(two);
  await page.getByRole('button', { name: 'Clear' }).click();
  await left.getByRole('button', { name: 'Take it up' }).click();
  await expect(note(page)).toHaveValue(two);
  await page.getByRole('button', { name: 'Clear' }).click();
});
