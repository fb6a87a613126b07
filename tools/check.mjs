import { globSync } from 'node:fs';
import { changedFiles } from './check/changed-files.mjs';
import { checkParts } from './check/check-parts.mjs';
import { reportParts, root } from './test/report-parts.mjs';

/** `npm run check`: what a commit of the changed files could have broken first. `npm test` is the whole. */
const begun = Date.now();
const { base, files } = changedFiles(root);
const hasSpecs = (folder) => globSync(`${folder}/**/*.{spec.ts,test.mjs}`, { cwd: root }).length > 0;
const parts = checkParts({ base, files, hasSpecs });
console.log(`${files.length} files differ from ${base}.`);
const { passed, failed } = await reportParts(parts);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed, in ${Math.round((Date.now() - begun) / 1000)} s`);
