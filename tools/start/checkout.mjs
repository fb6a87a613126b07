import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The Node this project pins, as npm installed it: newer than the one on many machines. */
export const ownNode = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

export const dataFolder = (environment = process.env) => path.resolve(root, environment.FORECALL_DATA || '.data');

/** Held by a start for all its life; its holder tells address and time of start. */
export const startClaim = (data) => path.join(data, 'start.claim');

/** Held by the process that uses the database, until the last of it has stopped. */
export const serveClaim = (data) => path.join(data, 'serve.claim');

/** Held while packages are installed or built: one at a time in a checkout. */
export const prepareClaim = path.join(root, 'tmp/prepare.claim');

/** For people: short inside the checkout. */
export const shown = (file) => (file.startsWith(`${root}${path.sep}`) ? path.relative(root, file) : file);
