import assert from 'node:assert/strict';
import { existsSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { install, whyInstall } from './packages.mjs';
import { temporaryFolder, writeFiles } from './temporary-folder.mjs';

const lock = (packages) => ({
  name: 'sample',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'sample' }, ...packages },
});
const one = { 'node_modules/one': { version: '1.0.0' } };

/** A folder as npm leaves it: its own record of what it put in node_modules. */
function installed(t, { wanted, record }) {
  const root = temporaryFolder(t, {
    'package.json': { name: 'sample' },
    'package-lock.json': lock(wanted),
    'node_modules/node/bin/node': '#!/bin/sh',
    'node_modules/.package-lock.json': { packages: record },
  });
  return { root, why: () => whyInstall(root, path.join(root, 'node_modules/node/bin/node')) };
}

test('packages are installed the first time, and again after an install that did not come to its end', (t) => {
  const root = temporaryFolder(t, { 'package-lock.json': lock(one) });
  const node = path.join(root, 'node_modules/node/bin/node');
  assert.match(whyInstall(root, node), /first time/);
  writeFiles(root, { 'node_modules/one/package.json': {} });
  assert.match(whyInstall(root, node), /was not finished/);
  writeFiles(root, { 'node_modules/node/bin/node': '#!/bin/sh' });
  assert.match(whyInstall(root, node), /package-lock.json/);
});

test('what npm put there itself is taken as it is, without packages for other machines', (t) => {
  const other = { 'node_modules/other': { version: '2.0.0', optional: true } };
  const { why } = installed(t, { wanted: { ...one, ...other }, record: one });
  assert.equal(why(), undefined);
});

test('another version, or a package more, is installed', (t) => {
  const newer = installed(t, { wanted: { 'node_modules/one': { version: '1.0.1' } }, record: one });
  assert.match(newer.why(), /package-lock.json/);
  const more = installed(t, { wanted: { ...one, 'node_modules/two': { version: '1.0.0' } }, record: one });
  assert.match(more.why(), /package-lock.json/);
});

test('after an install the stamp holds until package-lock.json says something else', async (t) => {
  const { root, why } = installed(t, { wanted: {}, record: {} });
  await install(root, process.env);
  assert.equal(existsSync(path.join(root, 'node_modules/.forecall-installed')), true);
  writeFiles(root, { 'node_modules/node/bin/node': '#!/bin/sh', 'node_modules/.package-lock.json': { packages: {} } });
  utimesSync(path.join(root, 'package-lock.json'), 1, 1);
  assert.equal(why(), undefined);
  writeFiles(root, { 'package-lock.json': lock(one) });
  assert.match(why(), /package-lock.json/);
});

test('an install that fails says what npm said', async (t) => {
  const root = temporaryFolder(t, {
    'package.json': { name: 'sample', dependencies: { one: 'file:one' } },
    'package-lock.json': lock({}),
    'one/package.json': { name: 'one', version: '1.0.0' },
  });
  await assert.rejects(install(root, process.env), /npm ci ended with 1\):[\s\S]*Missing: one@/);
});
