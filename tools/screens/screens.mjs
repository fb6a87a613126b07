/**
 * Every screen that people see, for `npm run screens`. A feature adds its own here.
 *
 * `role` is who looks at it, null for nobody signed in; `prepare` brings the page into the state worth a look
 * (it gets the page, opened at `path`, and the world); `whole` takes the page in its full length.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} path
 * @property {import('@forecall/contracts').RoleName | null} role
 * @property {(page: Page) => Promise<void>} [prepare]
 * @property {boolean} [whole]
 */

/** @type {readonly Screen[]} */
export const screens = [
  { name: 'sign-in', path: '/sign-in', role: null },
  { name: 'board', path: '/board', role: 'head' },
  { name: 'board-28-days', path: '/board?window=d28', role: 'executive' },
  { name: 'desk', path: '/desk', role: 'rep' },
  { name: 'organisation', path: '/organisation', role: 'admin' },
  { name: 'own-sign-in', path: '/me', role: 'supervisor', whole: true },
  { name: 'not-found', path: '/nothing-here', role: 'rep' },
  { name: 'forbidden', path: '/forbidden', role: 'rep' },
];
