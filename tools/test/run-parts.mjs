import { rmSync } from 'node:fs';
import { countsOf } from './counts.mjs';
import { faultsOf } from './faults.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs parts, two at a time; one marked `alone` waits until nothing else runs. A part starts when those named in its
 * `after` have ended, and counts as failed without having run if one named in its `needs` has failed.
 */
export async function runParts(parts, { cwd, env, resultFolder, atOnce = 2, onStart, onEnd }) {
  const results = new Map();
  const running = new Map();
  const waiting = [...parts];

  const isReady = ({ needs = [], after = [] }) => [...needs, ...after].every((name) => results.has(name));
  const fits = ({ alone }) =>
    running.size === 0 || (!alone && running.size < atOnce && ![...running.keys()].some((part) => part.alone));

  async function run(part) {
    const missing = (part.needs ?? []).find((name) => results.get(name).failed > 0);
    if (missing)
      return { output: `not run, because "${missing}" failed\n`, passed: 0, failed: 1, faults: [], seconds: 0 };
    const resultFile = part.runner && `${resultFolder}/${part.name.replaceAll(/\W+/g, '-')}.json`;
    // What an earlier run wrote must not be taken for the result of one that broke down.
    if (resultFile) rmSync(resultFile, { force: true });
    const begun = Date.now();
    const { exitCode, output } = await runCommand(part.command, {
      cwd,
      env: { ...env, ...part.env, RESULT_FILE: resultFile ?? '' },
      limitSeconds: part.limitSeconds ?? 1200,
    });
    const seconds = Math.round((Date.now() - begun) / 1000);
    const faults = exitCode === 0 ? [] : faultsOf({ ...part, resultFile });
    return { ...countsOf({ ...part, resultFile, exitCode }), faults, output, seconds };
  }

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((part) => isReady(part) && fits(part));
    if (next >= 0) {
      const [part] = waiting.splice(next, 1);
      onStart(part);
      running.set(
        part,
        run(part).then((result) => {
          running.delete(part);
          results.set(part.name, result);
          onEnd(part, result);
        }),
      );
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These parts wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    }
  }
  return results;
}
