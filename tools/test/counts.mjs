import { readFileSync } from 'node:fs';

/** How many tests passed and failed, read from what a runner wrote; undefined if it wrote nothing that can be read. */
export const readCounts = {
  jest(file) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = readJson(file);
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  },
  node(file) {
    const { tests, passed } = readJson(file);
    return { passed, failed: tests - passed };
  },
  playwright(file) {
    const { stats, errors } = readJson(file);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
  },
};

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The counts of a part that has ended. A part without a runner is one check. A runner that broke down, or ran nothing,
 * counts as one failure more, so that it can never look like a success.
 */
export function countsOf({ runner, resultFile, exitCode, mayBeEmpty = false }) {
  if (!runner) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let counts;
  try {
    counts = readCounts[runner](resultFile);
  } catch {
    return { passed: 0, failed: 1 };
  }
  const brokeDown = exitCode !== 0 && counts.failed === 0;
  const ranNothing = !mayBeEmpty && counts.passed + counts.failed === 0;
  return brokeDown || ranNothing ? { ...counts, failed: counts.failed + 1 } : counts;
}

export const sumOf = (all) =>
  all.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
