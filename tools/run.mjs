#!/usr/bin/env node
// `npm run tallies`, `import` and the like: one program of the API, with packages, build and database provided.
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Forecall needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}
const { provideAndRun } = await import('./start/provide-and-run.mjs');
await provideAndRun(process.argv.slice(2));
