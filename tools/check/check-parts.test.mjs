import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { changedFiles } from './changed-files.mjs';
import { checkParts } from './check-parts.mjs';

const namesFor = (...files) => checkParts({ files, base: 'HEAD', hasSpecs: () => true }).map(({ name }) => name);
const always = ['format', 'names', 'lint and types'];

test('a page of the console asks for its specs and its texts', () => {
  assert.deepEqual(namesFor('apps/console/src/app/board/board-page.ts'), [...always, 'translations', 'console']);
});

test('a rule of the domain asks for the specs of all who use it in the same process', () => {
  assert.deepEqual(namesFor('libs/domain/src/figures/rate.ts'), [...always, 'domain', 'contracts', 'console']);
});

test('a feature of the API asks for its own specs alone', () => {
  const parts = checkParts({
    files: ['apps/api/src/contacts/contact.service.ts', 'apps/api/src/live/live-tick.ts', 'apps/api/src/main.ts'],
    base: 'HEAD',
    hasSpecs: () => true,
  });
  const specs = parts.find(({ name }) => name === 'api specs');
  assert.match(specs.command, /--testPathPatterns '\/src\/\(contacts\|live\)\/'/);
});

test('a tool asks for the tests beside it', () => {
  assert.deepEqual(namesFor('tools/lint/tree.mjs'), [...always, 'lint tools', 'tools/lint']);
});

test('a text asks for little', () => {
  assert.deepEqual(namesFor('README.md'), always);
});

test('the names of files reach the shell as they are', () => {
  const [format] = checkParts({ files: ["docs/it's $HOME.md"], base: 'HEAD', hasSpecs: () => true });
  assert.equal(
    execFileSync('sh', ['-c', format.command.replace(/.*unknown/, 'echo')], { encoding: 'utf8' }),
    "docs/it's $HOME.md\n",
  );
});

test('changed files are those not committed, else those of the last commit', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'changed-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const git = (...options) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.test', ...options], { cwd: folder });
  git('init', '-q');
  writeFileSync(join(folder, 'a.txt'), '1');
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(join(folder, 'b.txt'), '1');
  git('add', '.');
  git('commit', '-qm', 'second');
  assert.deepEqual(changedFiles(folder), { base: 'HEAD~1', files: ['b.txt'] });
  writeFileSync(join(folder, 'a.txt'), '2');
  writeFileSync(join(folder, 'c d.txt'), '1');
  rmSync(join(folder, 'b.txt'));
  assert.deepEqual(changedFiles(folder), { base: 'HEAD', files: ['a.txt', 'c d.txt'] });
});
