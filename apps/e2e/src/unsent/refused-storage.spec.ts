import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownPeople } from '../world/known-people.js';
import { aNote, enter, expectStoredOnce, logged, note, notSent, openDesk, save } from './entry.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const notKept = 'not kept: your browser does not store it';
const kept = 'draft kept on this computer';

test('where the browser stores nothing the screen says so, and entries go out all the same', async ({
  page,
  world,
}) => {
  const text = aNote();
  await page.addInitScript(() => {
    const open = () => {
      throw new DOMException('The user denied permission.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { value: { open } });
  });
  await openDesk(page);
  await page.route('**/api/contacts', (route) => route.abort());
  await enter(page, text);
  await expect(page.getByText(notKept)).toBeVisible();
  await expect(page.getByText(kept)).toBeHidden();
  await expectAccessible(page);
  await save(page);
  await expect(notSent(page)).toBeVisible();
  await expect(page.getByText('keep this page open until it has gone out')).toBeVisible();
  await expect(page.getByText('Kept on this computer; goes out by itself')).toBeHidden();
  await page.getByRole('button', { name: knownPeople.rep.name }).first().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('they are lost when you sign out')).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();

  await page.unroute('**/api/contacts');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(logged(page)).toBeVisible();
  await expectStoredOnce(world, text);
});

/** From here on every change is given up when it is to be written, as a full disk makes the browser do, until there is room. */
const fillDisk = (page: Page) =>
  page.evaluate(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      if (document.documentElement.dataset['disk'] === 'full') this.abort();
      else commit.call(this);
    };
    document.documentElement.dataset['disk'] = 'full';
  });

const makeRoom = (page: Page) => page.evaluate(() => delete document.documentElement.dataset['disk']);

test('where the disk is full the screen says so, until there is room again', async ({ page, world }) => {
  const text = aNote();
  await openDesk(page);
  await note(page).fill('There is room.');
  await expect(page.getByText(kept)).toBeVisible();
  await fillDisk(page);
  await enter(page, text);
  await expect(page.getByText(notKept)).toBeVisible();
  await page.route('**/api/contacts', (route) => route.abort());
  await save(page);
  await expect(page.getByText('keep this page open until it has gone out')).toBeVisible();
  await makeRoom(page);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('Kept on this computer; goes out by itself')).toBeVisible();
  await page.reload();
  await expect(notSent(page)).toBeVisible();
  await page.unroute('**/api/contacts');
  await expectStoredOnce(world, text);
});
