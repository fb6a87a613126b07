// `node tools/lockfile/complete.mjs`, after an npm install that changed package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingPackages } from './missing-packages.mjs';

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPackages(lock.packages);
const [root, ...rest] = Object.entries({ ...lock.packages, ...missing });
// npm's own order.
rest.sort(([one], [other]) => one.localeCompare(other, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries([root, ...rest]) }, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} packages for other machines added`);
