import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * Jest settings of a project that runs in Node. Everything, our TypeScript and the ES modules in node_modules alike,
 * is turned into CommonJS by swc, because Jest's own loader of ES modules is still experimental.
 */
export function nodeProject(folder) {
  return {
    rootDir: folder,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    transform: { '\\.[cm]?[jt]s$': join(import.meta.dirname, 'swc-transformer.cjs') },
    transformIgnorePatterns: [],
    moduleNameMapper: {
      '^@forecall/(domain|contracts)$': join(root, 'libs/$1/src/index.ts'),
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    cacheDirectory: join(root, 'node_modules/.cache/jest'),
  };
}
