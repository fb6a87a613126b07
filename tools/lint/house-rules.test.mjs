import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintText, rulesBrokenBy } from './lint-text.mjs';

const domainFile = 'libs/domain/src/figures/rate.ts';
const domainSpec = 'libs/domain/src/figures/rate.spec.ts';
const apiFile = 'apps/api/src/contacts/contact.service.ts';

const fences = [
  ['the clock by Date.now', domainFile, 'export const now = Date.now();', 'no-restricted-syntax'],
  ['the clock by new Date()', domainFile, 'export const now = new Date();', 'no-restricted-syntax'],
  ['the clock by Date()', domainFile, 'export const now = Date();', 'no-restricted-syntax'],
  [
    'the clock by Temporal.Now',
    domainFile,
    "import { Temporal } from 'temporal-polyfill';\nexport const now = Temporal.Now.instant();",
    'no-restricted-syntax',
  ],
  ['a timer', domainFile, 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['chance by Math.random', domainFile, 'export const draw = Math.random();', 'no-restricted-syntax'],
  ['chance by crypto', domainFile, 'export const draw = crypto.randomUUID();', 'no-restricted-globals'],
  ['the network', domainFile, "export const page = fetch('http://localhost');", 'no-restricted-globals'],
  ['the environment', domainFile, 'export const home = process.env;', 'no-restricted-globals'],
  ['a module of Node', domainFile, "export { readFileSync } from 'node:fs';", 'no-restricted-imports'],
  ['a module of Node, old name', domainFile, "export { readFileSync } from 'fs';", 'no-restricted-imports'],
  ['a package not on the list', domainFile, "export { v7 } from 'uuid';", 'no-restricted-imports'],
  ['a module at run time', domainFile, "export const fs = import('node:fs');", 'no-restricted-syntax'],
  ['the network, in a spec', domainSpec, "import 'node:http';", 'no-restricted-imports'],
  ['chance, in a spec', domainSpec, 'export const draw = Math.random();', 'no-restricted-syntax'],
  ['a framework, in contracts', 'libs/contracts/src/x.ts', "import '@nestjs/common';", 'no-restricted-imports'],
  ['an enum', apiFile, 'export enum Channel { Phone }', 'no-restricted-syntax'],
  ['any', apiFile, 'export const body: any = 1;', '@typescript-eslint/no-explicit-any'],
  [
    'a silenced compiler',
    apiFile,
    '// @ts-expect-error because\nexport const a: string = 1;',
    '@typescript-eslint/ban-ts-comment',
  ],
  ['a relative import without .js', apiFile, "export * from './contact.query';", 'no-restricted-syntax'],
  ['a relative import with .ts', apiFile, "export * from './contact.query.ts';", 'no-restricted-syntax'],
  ['it.only', domainSpec, "it.only('rates', () => undefined);", 'no-restricted-syntax'],
  ['test.skip', domainSpec, "test.skip('rates', () => undefined);", 'no-restricted-syntax'],
  ['describe.skip', domainSpec, "describe.skip('rates', () => undefined);", 'no-restricted-syntax'],
  ['it.only.each', domainSpec, "it.only.each([1])('rates', () => undefined);", 'no-restricted-syntax'],
  ['test.describe.skip', domainSpec, "test.describe.skip('rates', () => undefined);", 'no-restricted-syntax'],
  ['fdescribe', domainSpec, "fdescribe('rates', () => undefined);", 'no-restricted-syntax'],
  ['a note to do it later', apiFile, '// TODO count them\nexport const a = 1;', 'no-warning-comments'],
  ['an interface with I', apiFile, 'export interface IContact { id: string }', '@typescript-eslint/naming-convention'],
  ['a class named Manager', apiFile, 'export class ContactManager { a = 1; }', '@typescript-eslint/naming-convention'],
  ['Chinese in the code', 'apps/console/src/app/desk/desk.ts', "export const word = '投诉';", 'no-restricted-syntax'],
  [
    'Chinese in a template string',
    'apps/console/src/app/desk/desk.ts',
    'export const word = `${1} 宗`;',
    'no-restricted-syntax',
  ],
  ['a long file', apiFile, 'export const a = 1;\n' + '\n'.repeat(300), 'max-lines'],
  ['a file of helpers', 'apps/api/src/contacts/date-helpers.ts', 'export const a = 1;', 'forecall/plain-names'],
  ['a folder of utils', 'apps/api/src/utils/date.ts', 'export const a = 1;', 'forecall/plain-names'],
  ['a manager in a name', 'apps/api/src/contacts/contact.manager.ts', 'export const a = 1;', 'forecall/plain-names'],
  ['a name in camelCase', 'apps/api/src/contacts/contactService.ts', 'export const a = 1;', 'forecall/plain-names'],
];

for (const [what, file, text, rule] of fences) {
  test(`lint refuses ${what}`, async () => assert.ok((await rulesBrokenBy(file, text)).includes(rule)));
}

test('lint lets the domain use statistics, Temporal and a time it was given', async () => {
  const text = [
    "import quantile from '@stdlib/stats-base-dists-beta-quantile';",
    "import { mean } from 'simple-statistics';",
    "import { Temporal } from 'temporal-polyfill';",
    "import { rate } from './rate.js';",
    'export const all = [quantile, mean, rate, new Date(0), Temporal.Instant.fromEpochMilliseconds(0)];',
  ];
  assert.deepEqual(await lintText('libs/domain/src/figures/level.ts', text.join('\n')), []);
});

test('the words by which a thing is found may be Chinese', async () => {
  const text = "export const place = { words: 'desk 工作台 gzt' };";
  assert.deepEqual(await lintText('apps/console/src/app/desk/desk.ts', text), []);
});

test('a comment cannot switch a rule off', async () => {
  const messages = await lintText(apiFile, '/* eslint-disable */\nexport const body: any = 1;');
  assert.ok(messages.some(({ message }) => message.includes('has no effect')));
  assert.ok(messages.some(({ rule }) => rule === '@typescript-eslint/no-explicit-any'));
});
