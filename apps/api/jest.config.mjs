import { nodeProject } from '../../tools/jest/node-project.mjs';

export default {
  ...nodeProject(import.meta.dirname),
  globalSetup: '<rootDir>/src/testing/database-setup.ts',
  globalTeardown: '<rootDir>/src/testing/database-teardown.ts',
  testTimeout: 30_000,
};
