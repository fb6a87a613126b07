import { Problem } from './problem.mjs';

const FIRST_PORT = 3000;

/** What a start is asked for by the environment. Wrong values are told before anything takes time. */
export function readSettings(environment) {
  const { HOST: host = '127.0.0.1', PORT: port, DEMO: demo } = environment;
  if (port && !(/^\d+$/.test(port) && Number(port) <= 65_535)) throw new Problem(`PORT is "${port}": use 0 to 65535.`);
  if (demo && !['yes', 'no'].includes(demo)) throw new Problem(`DEMO is "${demo}": use yes or no.`);
  const ownDatabase = !environment.DATABASE_URL && !environment.DATABASE_URL_FILE;
  return {
    host: host || '127.0.0.1',
    port: port ? Number(port) : FIRST_PORT,
    portIsGiven: Boolean(port),
    ownDatabase,
    // Made-up people and their known passwords never reach a foreign database or an open network unasked.
    demo: demo || (ownDatabase && isLoopback(host || '127.0.0.1') ? 'yes' : 'no'),
  };
}

export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
