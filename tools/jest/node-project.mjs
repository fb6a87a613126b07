import { join } from 'node:path';

/**
 * Jest settings of a project that runs in Node: the specs run in plain Node processes, each of which loads the program
 * and its packages once for all the spec files it is given.
 */
export function nodeProject(folder) {
  return {
    rootDir: folder,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    transform: {},
    runner: join(import.meta.dirname, 'node-runner.mjs'),
    setupFiles: [join(import.meta.dirname, 'typescript-hooks.mjs')],
    setupFilesAfterEnv: [join(import.meta.dirname, 'time-limits.mjs')],
  };
}
