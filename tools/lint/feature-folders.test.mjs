import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { apiFeatures } from './boundaries.mjs';
import { lintText } from './lint-text.mjs';
import { forecall } from './plugin.mjs';

/** Lints an application made of these files, and gives each file's complaints. */
async function lintTree(context, files) {
  const cwd = mkdtempSync(join(tmpdir(), 'features-'));
  context.after(() => rmSync(cwd, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(cwd, apiFeatures.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const rules = { 'forecall/feature-folders': ['error', apiFeatures] };
  const linter = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, plugins: { forecall }, rules },
    ],
  });
  const results = await linter.lintFiles(['**/*.ts']);
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

test('two features that use each other are a circle', async (context) => {
  const messages = await lintTree(context, {
    'contacts/contact.service.ts': "import '../complaints/complaint.service.js';",
    'complaints/complaint.service.ts': "import { ContactService } from '../contacts/contact.service.js';",
  });
  assert.equal(messages.length, 2);
  assert.match(messages[0], /in a circle: \w+ -> \w+ -> \w+/);
});

test('a circle over three features, types and subfolders is found', async (context) => {
  const messages = await lintTree(context, {
    'a/a.service.ts': "import type { B } from '../b/b.service.js';",
    'b/clocks/b.service.ts': "export { C } from '../../c/c.service.js';",
    'b/b.service.ts': '',
    'c/c.service.ts': "export const late = () => import('../a/a.service.js');",
  });
  assert.equal(messages.length, 3);
  assert.ok(messages.every((message) => message.includes('in a circle')));
});

test('a line of features is no circle, and what only a spec imports counts for nothing', async (context) => {
  const messages = await lintTree(context, {
    'figures/figure.service.ts': "import '../contacts/contact.service.js';",
    'contacts/contact.service.ts': "import '../platform/session.js';",
    'contacts/contact.spec.ts': "import '../figures/figure.query.js';",
    'platform/session.ts': '',
  });
  assert.deepEqual(messages, []);
});

const open = [
  ['complaints/complaint.service.ts', '../contacts/contact.service.js'],
  ['complaints/complaint.module.ts', '../contacts/contact.module.js'],
  ['complaints/complaint.query.ts', '../database/connection.js'],
  ['complaints/complaint.query.ts', './clocks/clock.query.js'],
  ['figures/receipt.query.ts', '../contacts/contact.query.js'],
  ['live/live-tick.ts', '../figures/figure.service.js'],
  ['application.module.ts', './contacts/contact.controller.js'],
];
const closed = [
  ['complaints/complaint.service.ts', '../contacts/contact.query.js'],
  ['complaints/complaint.service.ts', '../contacts/contact.entity.js'],
  ['complaints/clocks/clock.service.ts', '../../contacts/contact.controller.js'],
  ['figures/receipt.query.ts', '../contacts/contact.controller.js'],
  ['live/live-tick.ts', '../contacts/contact.query.js'],
  ['platform/session.service.ts', '../contacts/contact.service.js'],
];
for (const [file, target] of open) {
  test(`${file} may use ${target}`, async (context) => {
    assert.deepEqual(await lintTree(context, { [file]: `import '${target}';` }), []);
  });
}
for (const [file, target] of closed) {
  test(`${file} may not use ${target}`, async (context) => {
    const messages = await lintTree(context, { [file]: `import '${target}';` });
    assert.equal(messages.length, 1);
    assert.match(messages[0], /may not use/);
  });
}

const refusals = async (file, target) =>
  (await lintText(file, `import '${target}';\n`)).filter(({ message }) => message.includes('may not use'));

test('lint as configured keeps the features of the API apart', async () => {
  const file = 'apps/api/src/contacts/contact.service.ts';
  assert.equal((await refusals(file, '../access/session.query.js')).length, 1);
  assert.equal((await refusals(file, '../access/session.service.js')).length, 0);
});

test('a page of the console is not open to other features, its client is', async () => {
  const file = 'apps/console/src/app/desk/desk-page.ts';
  assert.equal((await refusals(file, '../board/board-page.js')).length, 1);
  assert.equal((await refusals(file, '../accounts/accounts-client.js')).length, 0);
});
