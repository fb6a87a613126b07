/** @typedef {import('@playwright/test').Page} Page */

/** A file as somebody of another system writes it, at one step of the wizard. */
export const importAt = (/** @type {string} */ step) => async (/** @type {Page} */ page) => {
  const rows = ['Call;Date;Time;Agent;Lead;Channel;Talk;Stars'];
  for (let n = 1; n <= 12; n += 1)
    rows.push(
      `C${n};${n}.3.2026;9:${10 + n};Agent ${n % 3};Lead ${n % 2};${n % 4 ? 'Phone' : 'Chat'};${n * 20};${n % 6}`,
    );
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'hotline.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }]);
  await page.locator('fc-raw-table td').first().waitFor();
  if (step === 'form') return;
  await page.locator('fc-form-step .primary').click();
  const hold = (/** @type {number} */ column, /** @type {string} */ field) =>
    page.locator('fc-column-card header select').nth(column).selectOption(field);
  await hold(0, 'contact.externalId');
  await hold(1, 'contact.startedAt');
  await hold(3, 'contact.rep');
  await hold(4, 'unit.team');
  await hold(5, 'contact.channel');
  await hold(6, 'contact.talk');
  await hold(7, 'answers.csat');
  const department = page.locator('fc-fixed-fields input').first();
  await department.fill('Hotline');
  await department.blur();
  await page.locator('fc-preview-rows article').first().waitFor();
  if (step === 'columns') return;
  await page.locator('fc-columns-step .main-act').click();
  await page.locator('fc-check-step .primary').first().click();
  await page.locator('fc-bad-rows tbody td').first().waitFor();
};

/** @param {Page} page */
export async function importOnce(page) {
  await importAt('check')(page);
  const confirm = page.locator('fc-import-outcome .primary');
  // The file of the picture before is in already.
  if ((await confirm.count()) > 0) {
    await confirm.click();
    await page.locator('fc-import-page fc-state.usual').waitFor();
  }
  await page.goto('/imports');
  await page
    .locator('tbody tr', { has: page.locator('fc-state.usual') })
    .locator('a')
    .first()
    .click();
  await page.locator('fc-panel fc-bad-rows td').first().waitFor();
}
