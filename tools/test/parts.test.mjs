import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sumOf } from './counts.mjs';
import { runParts } from './run-parts.mjs';

async function run(context, parts) {
  const cwd = mkdtempSync(join(tmpdir(), 'parts-'));
  context.after(() => rmSync(cwd, { recursive: true }));
  const order = [];
  const results = await runParts(parts, {
    cwd,
    resultFolder: cwd,
    env: process.env,
    onStart: ({ name }) => order.push(`+${name}`),
    onEnd: ({ name }) => order.push(`-${name}`),
  });
  return { cwd, order, results, sum: sumOf([...results.values()]) };
}

const jestResult = (passed, failed, broken = 0) =>
  `echo '{"numPassedTests":${passed},"numFailedTests":${failed},"numRuntimeErrorTestSuites":${broken}}' > "$RESULT_FILE"`;

test('a part without a runner is one check', async (context) => {
  const { sum } = await run(context, [
    { name: 'a', command: 'true' },
    { name: 'b', command: 'echo wrong; exit 3' },
  ]);
  assert.deepEqual(sum, { passed: 1, failed: 1 });
});

test('the tests of all runners are summed', async (context) => {
  const { sum } = await run(context, [
    { name: 'the specs/of jest', command: `${jestResult(12, 2)}; exit 1`, runner: 'jest' },
    { name: 'node', command: `echo '{"tests":5,"passed":4}' > "$RESULT_FILE"; exit 1`, runner: 'node' },
    {
      name: 'browser',
      command: `echo '{"stats":{"expected":7,"unexpected":0,"flaky":0,"skipped":0},"errors":[]}' > "$RESULT_FILE"`,
      runner: 'playwright',
    },
  ]);
  assert.deepEqual(sum, { passed: 23, failed: 3 });
});

test('what failed is told by name, with the first lines of what it said', async (context) => {
  const jest = {
    testResults: [
      { name: 'a.spec.ts', message: '', assertionResults: [{ status: 'passed' }] },
      { name: 'b.spec.ts', message: 'Cannot find module', assertionResults: [] },
      {
        ...{ name: 'c.spec.ts', message: 'all of it' },
        assertionResults: [{ status: 'failed', fullName: 'sums', failureMessages: ['\u001b[31m1 is not 2\u001b[0m'] }],
      },
    ],
  };
  const spec = {
    file: 'd.spec.ts',
    line: 3,
    title: 'shows',
    tests: [{ results: [{ error: { message: 'not\nthere' } }] }],
  };
  const playwright = {
    errors: [],
    suites: [
      {
        suites: [
          {
            specs: [
              { ...spec, ok: false },
              { ...spec, ok: true },
            ],
          },
        ],
      },
    ],
  };
  const part = (runner, told) => ({
    ...{ name: runner, runner, env: { TOLD: JSON.stringify(told) } },
    command: 'printf %s "$TOLD" > "$RESULT_FILE"; exit 1',
  });
  const { results } = await run(context, [part('jest', jest), part('playwright', playwright)]);
  assert.deepEqual(results.get('jest').faults, ['b.spec.ts\n    Cannot find module', 'c.spec.ts sums\n    1 is not 2']);
  assert.deepEqual(results.get('playwright').faults, ['d.spec.ts:3 shows\n    not\n    there']);
});

const breakdowns = [
  ['writes no result', 'exit 0'],
  ['writes half a result', 'echo "{" > "$RESULT_FILE"'],
  ['says that all is well and then breaks down', `${jestResult(3, 0)}; exit 1`],
  ['finds no test', jestResult(0, 0)],
  ['cannot load a test file', `${jestResult(3, 0, 1)}; exit 1`],
  ['is killed', 'kill -9 $$'],
];
for (const [what, command] of breakdowns) {
  test(`a runner that ${what} counts as failed`, async (context) => {
    const { sum } = await run(context, [{ name: 'jest', command, runner: 'jest' }]);
    assert.equal(sum.failed, 1);
  });
}

test('a runner that hangs is stopped with what it started, and counts as failed', async (context) => {
  const hang = { name: 'jest', command: 'sleep 600 & echo $! > pid; wait', runner: 'jest', limitSeconds: 1 };
  const { results, cwd, sum } = await run(context, [hang]);
  assert.equal(sum.failed, 1);
  assert.match(results.get('jest').output, /stopped after 1 s/);
  const pid = Number(readFileSync(join(cwd, 'pid'), 'utf8'));
  while (isAlive(pid)) await sleep(20);
});

/** Killed processes stay behind as zombies in a container without an init process. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('a part whose need has failed is not run and counts as failed', async (context) => {
  const { sum, results } = await run(context, [
    { name: 'build', command: 'exit 1' },
    { name: 'specs', command: 'touch ran', runner: 'jest', needs: ['build'] },
    { name: 'lint', command: 'true', after: ['build'] },
  ]);
  assert.deepEqual(sum, { passed: 1, failed: 2 });
  assert.match(results.get('specs').output, /"build" failed/);
});

test('two parts run at once, and one that wants to be alone is', async (context) => {
  const { order } = await run(context, [
    { name: 'a', command: 'until [ -e b ]; do sleep 0.02; done' },
    { name: 'b', command: 'touch b' },
    { name: 'alone', command: 'true', alone: true },
    { name: 'd', command: 'true' },
  ]);
  assert.deepEqual(order.slice(0, 2), ['+a', '+b']);
  const begun = order.indexOf('+alone');
  assert.equal(order[begun + 1], '-alone');
  assert.equal(order.slice(0, begun).filter((entry) => entry.startsWith('+')).length, (begun / 2) | 0);
});
