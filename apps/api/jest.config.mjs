import { nodeProject } from '../../tools/jest/node-project.mjs';

export default {
  ...nodeProject(import.meta.dirname),
  globalSetup: '<rootDir>/../../tools/jest/database-setup.mjs',
  globalTeardown: '<rootDir>/../../tools/jest/database-teardown.mjs',
};
