import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintText } from './lint-text.mjs';

const allowed = [
  ['libs/contracts/src/index.ts', '@forecall/domain'],
  ['apps/api/src/main.ts', '@forecall/domain'],
  ['apps/api/src/main.ts', '@forecall/contracts'],
  ['apps/console/src/main.ts', '@forecall/domain'],
  ['apps/console/src/main.ts', '@forecall/contracts'],
  ['apps/e2e/src/world.ts', '@forecall/contracts'],
];
const forbidden = [
  ['libs/domain/jest.config.mjs', '@forecall/contracts'],
  ['libs/domain/src/index.ts', '../../../apps/api/src/main.js'],
  ['libs/contracts/src/index.ts', '@forecall/api'],
  ['libs/contracts/src/index.ts', '../../domain/src/index.js'],
  ['apps/console/src/main.ts', '@forecall/api'],
  ['apps/console/src/main.ts', '../../api/src/main.js'],
  ['apps/api/src/main.ts', '@forecall/console'],
  ['apps/api/src/main.ts', '../../../libs/domain/src/index.js'],
  ['apps/e2e/src/world.ts', '../../api/src/main.js'],
];

const broken = async (file, target) =>
  (await lintText(file, `import { thing } from '${target}';\nexport const kept = thing;\n`)).filter(({ rule }) =>
    ['@nx/enforce-module-boundaries', 'no-restricted-imports'].includes(rule),
  );

for (const [file, target] of allowed) {
  test(`${file} may import ${target}`, async () => assert.deepEqual(await broken(file, target), []));
}
for (const [file, target] of forbidden) {
  test(`${file} may not import ${target}`, async () => assert.notDeepEqual(await broken(file, target), []));
}
