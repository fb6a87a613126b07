import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { missingPackages } from './missing-packages.mjs';

test('package-lock.json names the packages for every machine (else: node tools/lockfile/complete.mjs)', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  assert.deepEqual(Object.keys(missingPackages(lock.packages)), []);
});

test('what is wanted for other machines and is found nowhere is named, with its machine', () => {
  const optionalDependencies = {
    '@a/b-darwin-arm64': '1.0.0',
    '@a/b-linux-x64-gnu': '1.0.0',
    '@a/b-wasm32-wasi': '1.0.0',
  };
  const packages = {
    '': { name: 'sample' },
    'node_modules/b': { version: '1.0.0', dev: true, optionalDependencies },
    'node_modules/@a/b-linux-x64-gnu': { version: '1.0.0' },
    'apps/x/node_modules/c': { version: '1.0.0', optionalDependencies: { 'd-win32-x64-msvc': '2.0.0' } },
  };
  assert.deepEqual(missingPackages(packages), {
    'node_modules/@a/b-darwin-arm64': { version: '1.0.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/@a/b-wasm32-wasi': { version: '1.0.0', dev: true, optional: true, cpu: ['wasm32'] },
    'node_modules/d-win32-x64-msvc': { version: '2.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
  });
});

test('a package beside the one that wants it, or in a folder above, is not missing', () => {
  const packages = {
    'apps/x/node_modules/c': {
      version: '1.0.0',
      optionalDependencies: { 'd-linux-x64': '2.0.0', 'e-linux-x64': '1.0.0' },
    },
    'apps/x/node_modules/d-linux-x64': { version: '2.0.0' },
    'node_modules/e-linux-x64': { version: '1.0.0' },
  };
  assert.deepEqual(missingPackages(packages), {});
});
