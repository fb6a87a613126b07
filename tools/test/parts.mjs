import { jest, nodeTest, playwright } from './runner-commands.mjs';

/** What was built stays as it is: what is put there again out of the cache is away for a moment, under the specs' feet. */
const ofBuilt = '--parallel=1 --exclude-task-dependencies';

/** Everything that must hold before work is handed in. Order is that of starting, not of importance. */
export const parts = [
  { name: 'build', command: 'node tools/test/build.mjs' },
  { name: 'format', command: 'prettier --check .' },
  { name: 'names', command: 'node tools/lint/tree.mjs' },
  { name: 'translations', command: 'node tools/lint/translations/check.mjs' },
  { name: 'api specs', command: jest('apps/api', '--maxWorkers=2'), runner: 'jest', needs: ['build'] },
  { name: 'lint', command: `nx run-many -t lint ${ofBuilt}`, after: ['build'] },
  { name: 'lint tools', command: 'eslint tools eslint.config.mjs --max-warnings 0' },
  { name: 'types', command: `nx run-many -t typecheck ${ofBuilt}`, after: ['lint'] },
  { name: 'domain', command: jest('libs/domain'), runner: 'jest' },
  { name: 'contracts', command: jest('libs/contracts'), runner: 'jest' },
  { name: 'console', command: jest('apps/console'), runner: 'jest' },
  { name: 'tools', command: nodeTest('tools/!(start|docker)/**/*.test.mjs'), runner: 'node', after: ['build'] },
  { name: 'start', command: nodeTest('tools/{start,docker}/**/*.test.mjs'), runner: 'node', needs: ['build'] },
  {
    name: 'browser',
    command: playwright('apps/e2e'),
    runner: 'playwright',
    needs: ['build'],
    alone: true,
  },
];
