import type { Page } from '@playwright/test';
import type { RoleName } from '@forecall/contracts';
import { knownPassword, knownPeople } from '../world/known-people.js';

/** Types e-mail and password into the page as it stands and sends them. */
export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Work e-mail or staff number').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a known person in through the page, and waits until it has let them in. */
export async function signIn(page: Page, role: RoleName): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, knownPeople[role].email, knownPassword);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
