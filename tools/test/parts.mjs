const jest = (folder, options = '') =>
  `jest -c ${folder}/jest.config.mjs ${options} --json --outputFile="$RESULT_FILE"`;
const nodeTest = (...patterns) =>
  'node --test --test-reporter=spec --test-reporter-destination=stdout ' +
  '--test-reporter=./tools/test/node-counts-reporter.mjs --test-reporter-destination="$RESULT_FILE" ' +
  patterns.map((pattern) => `'${pattern}'`).join(' ');

/** Everything that must hold before work is handed in. Order is that of starting, not of importance. */
export const parts = [
  { name: 'build', command: 'nx run-many -t build' },
  { name: 'format', command: 'prettier --check .' },
  { name: 'names', command: 'node tools/lint/tree.mjs' },
  { name: 'translations', command: 'node tools/lint/translations/check.mjs' },
  { name: 'api specs', command: jest('apps/api', '--maxWorkers=2'), runner: 'jest', needs: ['build'] },
  { name: 'lint', command: 'nx run-many -t lint --parallel=1', after: ['build'] },
  { name: 'lint tools', command: 'eslint tools eslint.config.mjs --max-warnings 0' },
  { name: 'types', command: 'nx run-many -t typecheck --parallel=1', after: ['lint'] },
  { name: 'domain', command: jest('libs/domain'), runner: 'jest' },
  { name: 'contracts', command: jest('libs/contracts'), runner: 'jest' },
  { name: 'console', command: jest('apps/console'), runner: 'jest' },
  { name: 'tools', command: nodeTest('tools/**/*.test.mjs'), runner: 'node', after: ['build'] },
  {
    name: 'browser',
    command: 'PLAYWRIGHT_JSON_OUTPUT_FILE="$RESULT_FILE" playwright test -c apps/e2e --reporter=list,json',
    runner: 'playwright',
    needs: ['build'],
    alone: true,
  },
];
