import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { fillSignIn, signIn } from '../sign-in/sign-in.js';
import { expect, test } from '../test.js';
import { knownPassword, knownPeople } from '../world/known-people.js';
import type { World } from '../world/world.js';
import { aNote, enter, expectStoredOnce, note, notSent, openDesk, save, storedBy } from './entry.js';

const contacts = '**/api/contacts';
/** From here on no contact reaches the server, and all else does. */
const holdBack = (page: Page) => page.route(contacts, (route) => route.abort());

/** Another agent, who shares the computer and has the known password. */
async function aColleague({ databaseUrl }: World): Promise<{ name: string; email: string }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const [staffId, signInId] = [uuid(), uuid()];
  const [name, email] = [`Gao Fei ${staffId.slice(-4)}`, `${staffId.slice(-4)}@example.test`];
  await client.query('INSERT INTO staff (id, name, email, external_id) VALUES ($1, $2, $3, $3)', [
    staffId,
    name,
    email,
  ]);
  await client.query(
    'INSERT INTO sign_in (id, staff_id, email, argon2id) SELECT $1, $2, $3, argon2id FROM sign_in WHERE email = $4',
    [signInId, staffId, email, knownPeople.rep.email],
  );
  await client.query(`INSERT INTO role_grant (id, sign_in_id, role) VALUES ($1, $2, 'rep')`, [uuid(), signInId]);
  await client.end();
  return { name, email };
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

test('signing out says what is unsent; the next user neither sees nor sends it; it goes out under its own', async ({
  page,
  world,
}) => {
  const [unsent, draft] = [aNote(), aNote()];
  await signIn(page, 'rep');
  await openDesk(page);
  await holdBack(page);
  await enter(page, unsent);
  await save(page);
  await expect(notSent(page)).toBeVisible();
  await note(page).fill(draft);
  await expect(page.getByText('draft kept on this computer')).toBeVisible();
  await page.goto('/me');
  await signOut(page, knownPeople.rep.name);
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(question).toContainText('Sign out with 1 entry not sent?');
  await expect(question).toContainText('They stay on this computer');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.unroute(contacts);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/contacts')) asked.push(request.url());
  });
  const colleague = await aColleague(world);
  await fillSignIn(page, colleague.email, knownPassword);
  await expect(page.getByText(colleague.name).first()).toBeVisible();
  await openDesk(page);
  await expect(note(page)).toHaveValue('');
  await expect(page.getByText('not sent yet')).toBeHidden();
  await expect(page.getByText('Draft of')).toBeHidden();
  await page.waitForTimeout(2_500);
  expect(asked).toEqual([]);
  expect(await storedBy(world, unsent)).toEqual([]);
  await signOut(page, colleague.name);
  await expect(page).toHaveURL(/\/sign-in/);

  await signIn(page, 'rep');
  await expectStoredOnce(world, unsent);
  await openDesk(page);
  await expect(note(page)).toHaveValue(draft);
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('a page of the user before does not send under the next one’s cookie', async ({
  page,
  context,
  world,
  sessionOf,
}) => {
  const text = aNote();
  await context.addCookies((await sessionOf('rep')).cookies);
  await openDesk(page);
  await holdBack(page);
  await enter(page, text);
  await save(page);
  await expect(notSent(page)).toBeVisible();
  await context.addCookies((await sessionOf('supervisor')).cookies);
  await page.unroute(contacts);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText(knownPeople.supervisor.name).first()).toBeVisible();
  expect(await storedBy(world, text)).toEqual([]);
  await context.addCookies((await sessionOf('rep')).cookies);
  await page.goto('/me');
  await expectStoredOnce(world, text);
});

test('a session that has ended keeps all, and it goes on when the same user is back', async ({ page, world }) => {
  const [unsent, draft] = [aNote(), aNote()];
  await signIn(page, 'rep');
  await openDesk(page);
  await holdBack(page);
  await enter(page, unsent);
  await save(page);
  await expect(notSent(page)).toBeVisible();
  await note(page).fill(draft);
  await page.unroute(contacts);
  await page.context().request.delete(`${world.url}/api/session`, { headers: { 'X-Forecall': 'console' } });
  await expect(page).toHaveURL(/\/sign-in\?ended=1/);
  expect(await storedBy(world, unsent)).toEqual([]);
  await fillSignIn(page, knownPeople.rep.email, knownPassword);
  await expect(note(page)).toHaveValue(draft);
  await expectStoredOnce(world, unsent);
  await page.getByRole('button', { name: 'Clear' }).click();
});
