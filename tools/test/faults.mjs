import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** The tests that failed, each with what it said: `{ name, said }`, read from what a runner wrote. */
const readFaults = {
  jest: ({ testResults }) =>
    testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      // A file that cannot be loaded has no test that failed.
      if (failed.length === 0 && message) return [{ name, said: message }];
      return failed.map(({ fullName, failureMessages }) => ({ name: `${name} ${fullName}`, said: failureMessages[0] }));
    }),
  playwright: ({ suites, errors }) => [
    ...suites.flatMap(faultsOfSuite),
    ...errors.map(({ message }) => ({ name: 'before any test', said: message })),
  ],
};

function faultsOfSuite({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map(({ file, line, title, tests }) => ({
      name: `${file}:${line} ${title}`,
      said: tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message,
    })),
    ...suites.flatMap(faultsOfSuite),
  ];
}

const linesOfEach = 24;

/** What failed in a few lines each: the end of a long output is what remains of it elsewhere. Empty where nothing can be read. */
export function faultsOf({ runner, resultFile }) {
  try {
    return readFaults[runner](JSON.parse(readFileSync(resultFile, 'utf8'))).map(({ name, said = 'failed' }) => {
      const lines = stripVTControlCharacters(said).trim().split('\n');
      return [name, ...lines.slice(0, linesOfEach).map((line) => `    ${line}`)].join('\n');
    });
  } catch {
    return [];
  }
}
