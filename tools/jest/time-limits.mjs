import { addEventHandler } from 'jest-circus';

const DEFAULT_LIMIT_MS = 120_000;

/** The runner knows no time limits: each test and hook gets its own (the last argument of `it`), or the default. */
function limited({ fn, timeout: limitMs = DEFAULT_LIMIT_MS, name = 'a hook' }) {
  if (fn.length > 0) throw new Error(`"${name}" takes a callback; return a promise instead.`);
  return async () => {
    const { promise: over, reject } = Promise.withResolvers();
    const timer = setLimit(() => reject(new Error(`"${name}" took longer than ${limitMs / 1000} s.`)), limitMs);
    try {
      await Promise.race([fn(), over]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The clock's own, also where a test has put another in its place. */
const { setTimeout: setLimit, clearTimeout } = globalThis;

addEventHandler(({ name }, { currentDescribeBlock: { children, hooks } }) => {
  const added = name === 'add_test' ? children.at(-1) : name === 'add_hook' ? hooks.at(-1) : undefined;
  if (added?.fn) added.fn = limited(added);
});
