import type { FigureReply } from '@forecall/contracts';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../accessibility.js';
import { aComplaint, aContact } from '../lists/rows.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

const dayMilliseconds = 86_400_000;
/** The day in the organisation's zone. */
const day = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const ago = (days: number) => {
  const endedAt = Date.now() - days * dayMilliseconds;
  return { startedAt: new Date(endedAt - 60_000).toISOString(), endedAt: new Date(endedAt).toISOString() };
};
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

test('a question is put together, and what is printed, drawn and exported is what the API says', async ({
  page,
  clientOf,
}) => {
  const rep = await clientOf('rep');
  for (let n = 0; n < 7; n += 1) await (n < 2 ? aComplaint(rep, {}, ago(2)) : aContact(rep, ago(2)));
  for (let n = 0; n < 6; n += 1) await aContact(rep, ago(3));
  const [from, to] = [day(Date.now() - 3 * dayMilliseconds), day(Date.now() - 2 * dayMilliseconds)];
  const after = day(Date.now() - dayMilliseconds);

  await page.goto(`/reports?metrics=complaint-rate&period=${from}..${to}&by=date&compare=period-before&view=trend`);
  const figures = async () => {
    const answer = await (await clientOf('head')).get(`/api/figures/complaint-rate?from=${from}&to=${after}&by=date`);
    return (await answer.json()) as FigureReply;
  };
  const { total, groups } = await figures();
  const second = groups.find(({ keys }) => keys[0] === to)!.figure;

  // The point that is read.
  const plot = page.getByRole('slider');
  await expect(plot).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`${percent(second.value!)}, ${second.numerator} / ${second.n}, 95%`),
  );
  await expect(plot).toHaveAccessibleName(new RegExp(`Complaint rate: ${percent(total.value!)} in all`));
  await plot.press('Home');
  await expect(plot).toHaveAttribute('aria-valuetext', /0\.0%, 0 \/ /);
  await expectAccessible(page);

  // The same numbers as a table, by T.
  await page.keyboard.press('t');
  const row = page.getByRole('row').filter({ hasText: percent(second.value!) });
  await expect(row.first()).toContainText(`${second.numerator} / ${second.n}`);
  const foot = page.locator('tfoot');
  await expect(foot).toContainText(percent(total.value!));
  await expect(foot).toContainText(`${total.numerator} / ${total.n}`);
  await foot.getByRole('button', { name: `${percent(total.value!)}, its receipts` }).focus();
  await page.keyboard.press('.');
  const drawer = page.getByRole('dialog', { name: 'Complaint rate' });
  await expect(drawer.getByText(`${total.n} contacts`).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  // Another metric, found by its name; the address holds the whole question.
  await page.getByRole('button', { name: 'Metric Complaint rate' }).click();
  const metrics = page.getByRole('dialog', { name: 'Metric' });
  await metrics.getByRole('combobox').fill('handl');
  await expect(metrics.getByText('Inbound contacts answered', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await metrics.getByRole('button', { name: /^Handled/ }).click();
  await expect(page).toHaveURL(/metrics=handled/);
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.locator('tfoot')).toContainText(String(total.n));
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'handled', exact: true }).click();
  await expect(page).toHaveURL(/scope=outcome:handled/);
  await expect(page.locator('tfoot')).toContainText(String(total.n));

  await page.getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const lines = parse<Record<string, string>>(await readFile(await (await coming).path()), {
    bom: true,
    columns: true,
  });
  expect(lines.map(({ Day, Handled }) => [Day, Number(Handled)])).toEqual([
    ...groups.map(({ keys, figure }) => [keys[0], figure.n]),
    ['All', total.n],
  ]);
});

test('every kind of plot stands the checks, and one that does not fit says how to ask', async ({ page }) => {
  for (const query of [
    'metrics=handled&period=last-28-days&by=weekday&by=hour&view=heat-map',
    'metrics=complaints&period=this-year&by=reason&view=pareto',
    'metrics=complaint-rate&period=this-year&by=department&compare=period-before&view=bars',
    'metrics=handled&period=this-year&by=hour&view=distribution',
  ]) {
    await page.goto(`/reports?${query}`);
    await expect(
      page.locator('fc-report-card fc-report-plot :is([role=grid], [role=img], [role=slider])'),
    ).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto('/reports?metrics=handled&period=this-year&by=team&view=heat-map');
  await page.getByRole('button', { name: 'Ask it so' }).click();
  await expect(page).toHaveURL(/by=weekday&by=hour/);
  await page.locator('[data-place="0/0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-place="1/1"]')).toBeFocused();
});

test('an imported attribute is chosen from a list, is called by its name and is broken down and narrowed by', async ({
  page,
  clientOf,
}) => {
  const rep = await clientOf('rep');
  for (let n = 0; n < 8; n += 1)
    await aContact(rep, {
      ...ago(4),
      direction: n < 3 ? 'out' : 'in',
      attributes: { Exited: n % 2 === 0, City: 'Ulm' },
    });
  const on = day(Date.now() - 4 * dayMilliseconds);
  await page.goto(`/reports?metrics=handled&period=${on}..${on}&by=week&view=trend`);

  // What is typed replaces the old name; of customers nothing is given by week, and it is asked at once of what.
  await page.getByRole('button', { name: 'Metric Handled' }).click();
  await page.getByRole('dialog', { name: 'Metric' }).getByRole('combobox').waitFor();
  await page.keyboard.type('attribute of cust');
  await page.getByRole('option', { name: 'Imported attribute of customers' }).waitFor();
  await page.keyboard.press('Enter');
  const which = page.getByRole('dialog', { name: 'Which imported attribute' });
  await expect(which.getByRole('combobox')).toBeFocused();
  await expect(page).toHaveURL(/metrics=customer-attribute/);
  await expect(page).not.toHaveURL(/by=week/);
  await expect(page.getByRole('radio', { name: 'Bars' })).toBeAttached();
  await expect(page.getByRole('radio', { name: 'Trend' })).toHaveCount(0);
  await which.getByRole('combobox').fill('nobody has this');
  await expect(which.getByText('No such attribute.').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.goto(`/reports?metrics=attribute&period=${on}..${on}&view=table`);
  await page.getByRole('button', { name: /^Which imported attribute/ }).click();
  await which.getByRole('combobox').fill('exi');
  await which.getByRole('option', { name: 'Exited' }).click();
  await expect(page).toHaveURL(/attribute=Exited/);
  const head = page.getByRole('columnheader', { name: 'Exited' });
  await expect(head).toBeVisible();
  await expect(page.locator('tfoot, tbody').filter({ hasText: '50.0%' }).first()).toContainText('4 / 8');

  // By it, in words; nothing can be asked for that nobody has.
  await page.getByRole('button', { name: /^By / }).click();
  const by = page.getByRole('dialog', { name: 'By' });
  await by.getByRole('combobox').fill('nothing');
  await expect(by.getByRole('option')).toHaveText(['nothing']);
  await by.getByRole('combobox').fill('exited');
  await by.getByRole('option', { name: 'Exited' }).click();
  await expect(page.getByRole('row', { name: /^yes/ })).toContainText('4 / 4');
  await expect(page.getByRole('row', { name: /^no/ })).toContainText('0 / 4');
  await page.getByRole('button', { name: 'Imported field' }).click();
  const filter = page.getByRole('dialog', { name: 'Imported field' });
  await filter.getByRole('button', { name: 'Exited' }).click();
  await filter.getByRole('button', { name: 'yes' }).click();
  await expect(page).toHaveURL(/scope=attribute:Exited:true/);
  await expect(page.getByRole('row', { name: /^no/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto(`/reports?metrics=handled&period=${on}..${on}&by=direction&view=table`);
  await expect(page.getByRole('row', { name: /^out/ })).toContainText('3');
  await page.goto(`/reports?metrics=attribute&attribute=nowhere&period=${on}..${on}&view=table`);
  await expect(page.getByText('No such attribute: nowhere')).toBeVisible();
  await page.goto(`/reports?metrics=complaint-rate&period=${on}..${on}&by=rep&view=table`);
  await expect(page.getByText('Complaint rate is not given by Rep. Complaints concerning is')).toBeVisible();
});

test('a report is broken down and narrowed by the widest reason, which holds what is of narrower ones', async ({
  page,
  clientOf,
}) => {
  for (let n = 0; n < 6; n += 1) await aContact(await clientOf('rep'), ago(5));
  const on = day(Date.now() - 5 * dayMilliseconds);
  await page.goto(`/reports?metrics=handled&period=${on}..${on}&by=widest-reason&view=table`);
  const groups = page.locator('fc-report-card tbody tr');
  await expect(groups.first()).toBeVisible();
  const name = (await groups.first().locator('td, th').first().innerText()).trim();
  const all = await groups.first().locator('td').last().innerText();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Widest reason' }).click();
  await page.getByRole('dialog', { name: 'Widest reason' }).getByRole('combobox').fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await expect(page).toHaveURL(/scope=widest-reason:/);
  await expect(page.locator('tfoot')).toContainText(all.trim());
  await expectAccessible(page);
});
