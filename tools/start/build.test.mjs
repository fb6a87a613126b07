import assert from 'node:assert/strict';
import { readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build, fingerprint, whyBuild } from './build.mjs';
import { temporaryFolder, writeFiles } from './temporary-folder.mjs';

/** A checkout whose build tool is a script of ours. */
function checkout(t, buildScript) {
  return temporaryFolder(t, {
    'apps/api/src/main.ts': 'one',
    'apps/console/src/main.ts': 'two',
    'libs/domain/src/index.ts': 'three',
    'nx.json': '{}',
    'package-lock.json': '{}',
    'node_modules/.bin/nx': `#!/bin/sh\n${buildScript}`,
  });
}

const good = `mkdir -p apps/api/dist apps/console/dist/browser
  echo "$NX_DAEMON $NX_TUI $NG_CLI_ANALYTICS" > apps/api/dist/main.js
  echo built > apps/console/dist/browser/index.html`;

test('it is built the first time, and then only what has other content', async (t) => {
  const root = checkout(t, good);
  assert.match(whyBuild(root), /first time/);
  await build(root, process.env);
  assert.equal(whyBuild(root), undefined);
  assert.equal(readFileSync(path.join(root, 'apps/api/dist/main.js'), 'utf8'), 'false false false\n');

  utimesSync(path.join(root, 'libs/domain/src/index.ts'), 1, 1);
  writeFiles(root, {
    'apps/api/src/main.spec.ts': 'x',
    'apps/api/.cache/a': 'x',
    'apps/console/node_modules/a/b.js': 'x',
  });
  assert.equal(whyBuild(root), undefined);

  for (const file of ['libs/domain/src/index.ts', 'apps/console/src/new.html', 'nx.json', 'package-lock.json']) {
    const before = fingerprint(root);
    writeFiles(root, { [file]: 'changed' });
    assert.notEqual(fingerprint(root), before, file);
  }
  assert.match(whyBuild(root), /sources have changed/);
});

test('what is missing from the output is built again, and so is a source that went', async (t) => {
  const root = checkout(t, good);
  await build(root, process.env);
  rmSync(path.join(root, 'apps/console/dist'), { recursive: true });
  assert.match(whyBuild(root), /first time/);
  await build(root, process.env);
  rmSync(path.join(root, 'libs/domain/src/index.ts'));
  assert.match(whyBuild(root), /sources have changed/);
});

test('a change during the build is not taken for built', async (t) => {
  const root = checkout(t, `${good}\necho later > apps/api/src/main.ts`);
  await build(root, process.env);
  assert.match(whyBuild(root), /sources have changed/);
});

test('a build that fails says why, and is not taken for built', async (t) => {
  const root = checkout(t, `${good}\necho "main.ts: a mistake"; exit 3`);
  await assert.rejects(build(root, process.env), /The build failed:[\s\S]*main\.ts: a mistake/);
  assert.match(whyBuild(root), /sources have changed/);
});
