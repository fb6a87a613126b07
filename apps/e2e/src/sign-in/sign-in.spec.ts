import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownPassword, knownPeople } from '../world/known-people.js';
import { fillSignIn, signIn } from './sign-in.js';

test('whoever is not signed in is asked to, and is then where they wanted to go', async ({ page }) => {
  await page.goto('/me');
  await expect(page).toHaveURL(/\/sign-in/);
  await fillSignIn(page, knownPeople.supervisor.email, knownPassword);
  await expect(page).toHaveURL(/\/me$/);
});

test('a staff number does for the e-mail, and the name of who has signed in is shown', async ({ page }) => {
  await page.goto('/sign-in');
  await fillSignIn(page, 'K-supervisor', knownPassword);
  await expect(page.getByText(knownPeople.supervisor.name).first()).toBeVisible();
});

test('a wrong password is refused in words, and the page can be used without a fault of access', async ({ page }) => {
  await page.goto('/sign-in');
  await fillSignIn(page, knownPeople.head.email, 'not this one');
  await expect(page.getByText('The e-mail or the password is wrong')).toBeVisible();
  await expectAccessible(page);
});

test('the sign-in page speaks Chinese to a browser that does', async ({ browser, world }) => {
  const context = await browser.newContext({ baseURL: world.url, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await context.close();
});

test('signing out ends the session on the server', async ({ page }) => {
  await signIn(page, 'rep');
  const session = await page.context().cookies();
  await page.getByRole('button', { name: knownPeople.rep.name }).first().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(session);
  const answer = await page.request.get('/api/session');
  expect(answer.status()).toBe(401);
});
