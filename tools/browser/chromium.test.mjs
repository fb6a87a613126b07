import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { findChromium } from './chromium.mjs';

function folderWith(context, programs) {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text, mode = 0o755] of programs) writeFileSync(join(folder, name), text, { mode });
  return folder;
}

test('the one that CHROMIUM_PATH names is taken', () => {
  assert.equal(findChromium({ CHROMIUM_PATH: '/somewhere/chrome', PATH: process.env.PATH }), '/somewhere/chrome');
});

test('one on the PATH is found, Chromium before Chrome, whatever the order of folders', (context) => {
  const chrome = folderWith(context, [['google-chrome', '#!/bin/sh']]);
  const chromium = folderWith(context, [['chromium', '#!/bin/sh']]);
  assert.equal(findChromium({ PATH: [chrome, chromium].join(delimiter) }), join(chromium, 'chromium'));
  assert.equal(findChromium({ PATH: chrome }), join(chrome, 'google-chrome'));
});

test('a script that only asks for a snap, and a file that cannot be run, are passed over', (context) => {
  const folder = folderWith(context, [
    ['chromium', '#!/bin/sh\necho "Please run: snap install chromium"'],
    ['chromium-browser', '#!/bin/sh', 0o644],
    ['chrome', '#!/bin/sh'],
  ]);
  assert.equal(findChromium({ PATH: folder }), join(folder, 'chrome'));
});
