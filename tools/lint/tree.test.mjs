import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { treeFaults } from './tree.mjs';

function faultsOf(context, files) {
  const root = mkdtempSync(join(tmpdir(), 'tree-'));
  context.after(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return treeFaults(root);
}

test('files named from the trade and short enough are in order', (context) => {
  const files = {
    'src/board/board-page.html': '<p></p>\n'.repeat(300),
    'node_modules/x/utils.js': '',
    'README.md': '',
  };
  assert.deepEqual(faultsOf(context, files), []);
});

test('a style sheet of helpers fails', (context) => {
  assert.equal(faultsOf(context, { 'src/styles/helpers.css': '' }).length, 1);
});

test('a folder named common fails', (context) => {
  assert.equal(faultsOf(context, { 'src/common/tile.html': '' }).length, 1);
});

test('a template of more than 300 lines fails', (context) => {
  assert.equal(faultsOf(context, { 'src/board/board-page.html': '<p></p>\n'.repeat(301) }).length, 1);
});
