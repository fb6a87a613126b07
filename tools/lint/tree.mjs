import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nameFault } from './rules/plain-names.mjs';

/** What ESLint does not see: templates, styles, SQL, folders. */
const unwatched = new Set('node_modules dist tmp coverage test-results .git .nx .angular .data'.split(' '));
const limited = /\.(ts|mjs|cjs|js|html|css|scss|sql)$/;
// Taken over unchanged from the design.
const unlimited = /tokens\.css$/;
const lineLimit = 300;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (unwatched.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

/** Files whose names say nothing, and files too long to be read at once. */
export function treeFaults(root) {
  return filesBelow(root).flatMap((path) => {
    const name = relative(root, path);
    const fault = nameFault(name);
    const faults = fault?.messageId === 'empty' ? [`${name}: "${fault.data.word}" does not say what is in it`] : [];
    if (!limited.test(name) || unlimited.test(name)) return faults;
    const lines = readFileSync(path, 'utf8').split('\n').length - 1;
    return lines > lineLimit ? [...faults, `${name}: ${lines} lines, the most is ${lineLimit}`] : faults;
  });
}

function main() {
  const faults = treeFaults(join(import.meta.dirname, '../..'));
  for (const fault of faults) console.error(`tree  ${fault}`);
  console.log(`tree: ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
