import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
    runner: [fileURLToPath(import.meta.resolve('jest-light-runner')), { runtime: 'child_process' }],
    setupFiles: [join(import.meta.dirname, 'typescript-hooks.mjs')],
    setupFilesAfterEnv: [join(import.meta.dirname, 'time-limits.mjs')],
  };
}
