#!/usr/bin/env node
// `npm start`. Up to the hand-over to the project's own Node this is plain JavaScript without any dependency, and it
// loads nothing before it knows that the Node at hand can read it.
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Forecall needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}
const { supervise } = await import('./start/supervise.mjs');
await supervise();
