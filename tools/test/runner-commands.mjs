/** Commands of the test runners; each leaves its counts in the file that RESULT_FILE names. */

export const jest = (folder, options = '') =>
  `jest -c ${folder}/jest.config.mjs ${options} --json --outputFile="$RESULT_FILE"`;

export const nodeTest = (...patterns) =>
  [
    'node --test --test-timeout=180000 --test-reporter=spec --test-reporter-destination=stdout',
    '--test-reporter=./tools/test/node-counts-reporter.mjs --test-reporter-destination="$RESULT_FILE"',
    ...patterns.map((pattern) => `'${pattern}'`),
  ].join(' ');

export const playwright = (config) =>
  `PLAYWRIGHT_JSON_OUTPUT_FILE="$RESULT_FILE" playwright test -c ${config} --reporter=list,json`;
