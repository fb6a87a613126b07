import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

const TRIES = 100;

/** The wished port; when it was not asked for by name, the next free one above it. */
export async function freePort({ host, port, portIsGiven }) {
  for (let candidate = port; candidate < port + TRIES && candidate <= 65_535; candidate++) {
    const refusal = await refusalOf(host, candidate);
    if (!refusal) return candidate;
    if (refusal !== 'EADDRINUSE') throw new Problem(inWords(refusal, host, candidate));
    if (portIsGiven) throw new Problem(`Port ${port} on ${host} is taken by another program. Set PORT to a free one.`);
  }
  throw new Problem(`Ports ${port} to ${port + TRIES} on ${host} are all taken. Set PORT to a free one.`);
}

function refusalOf(host, port) {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function inWords(code, host, port) {
  if (code === 'EACCES') return `Port ${port} needs rights that this user lacks. Set PORT to 1024 or above.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is "${host}", which is no address of this machine.`;
  return `Port ${port} on ${host} cannot be used: ${code}.`;
}
