import { join } from 'node:path';
import presets from 'jest-preset-angular/presets/index.js';

const root = join(import.meta.dirname, '../..');

export default {
  ...presets.createCjsPreset({
    testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env.js',
    tsconfig: join(import.meta.dirname, 'tsconfig.spec.json'),
  }),
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/app/testing/setup.ts'],
  // Packages that ship ES modules only.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/|@swimlane/|@jsverse/|d3-|internmap/|temporal-polyfill/|temporal-utils/|delaunator/|robust-predicates/|tinykeys/|uuid/|idb/))',
  ],
  moduleNameMapper: {
    '^@forecall/(domain|contracts)$': join(root, 'libs/$1/src/index.ts'),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  cacheDirectory: join(root, 'node_modules/.cache/jest'),
};
