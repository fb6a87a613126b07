import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/process-facts.mjs';
import { makeOpenFolder } from './open-folder.mjs';
import { Problem } from './problem.mjs';

const ANSWER_WITHIN_MS = 5000;

/**
 * A file that one living process holds at a time. A process number alone proves nothing (numbers are used again), so
 * the holder answers on a loopback port with the token that stands in the file; nobody answers for a killed one.
 * Returns the claim, or `{ holder }` with what the living holder says of itself.
 */
export async function claim(file, facts = {}) {
  makeOpenFolder(path.dirname(file));
  const mine = { pid: process.pid, token: randomBytes(16).toString('hex') };
  const server = await answerWith(() => ({ ...mine, ...facts }));
  const entry = JSON.stringify({ ...mine, port: server.address().port });
  for (;;) {
    if (created(file, entry)) break;
    const holder = await holderOf(file);
    if (holder) {
      server.close();
      return { holder };
    }
  }
  return {
    update: (more) => Object.assign(facts, more),
    release() {
      server.close();
      if (textOf(file) === entry) rmSync(file, { force: true });
    },
  };
}

/** Takes the claim as soon as its holder lets go. */
export async function claimWhenFree(file, { waitSeconds = 600, onWait = () => {} } = {}) {
  const end = Date.now() + waitSeconds * 1000;
  for (let told = false; ; told = true) {
    const attempt = await claim(file);
    if (!attempt.holder) return attempt;
    if (!told) onWait(attempt.holder);
    if (Date.now() > end) throw new Problem(`Process ${attempt.holder.pid} holds ${file} and does not let go.`);
    await sleep(100);
  }
}

/** The living holder's own words, or undefined; the entry of a dead one is cleared on the way. */
export async function holderOf(file) {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const entry = parsed(text);
  if (!entry) {
    // Either being written this moment, or its writer was killed half-way.
    if (ageMs(file) > 2000) clear(file, text);
    else await sleep(50);
    return undefined;
  }
  const answer = await ask(entry);
  if (answer?.token === entry.token) return answer;
  if (answer === 'silence' && isAlive(entry.pid)) return entry;
  clear(file, text);
  return undefined;
}

function created(file, entry) {
  try {
    writeFileSync(file, entry, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the dead entry away first: of two that clear at once only one can, and what is not the dead entry goes back. */
function clear(file, deadEntry) {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = textOf(aside);
  if (moved !== deadEntry) created(file, moved);
  rmSync(aside, { force: true });
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'EACCES') throw new Problem(`${file} belongs to another user of this machine.`);
    throw error;
  }
}

function ageMs(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerWith(facts) {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8').once('data', (asked) => {
      const { token, ...rest } = facts();
      socket.end(asked.trim() === token ? `${JSON.stringify({ token, ...rest })}\n` : '\n');
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server));
  });
}

function ask({ port, token }) {
  return new Promise((resolve) => {
    let text = '';
    const over = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`${token}\n`));
    socket.setEncoding('utf8').setTimeout(ANSWER_WITHIN_MS, () => over(text ? undefined : 'silence'));
    socket.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) over(parsed(text));
    });
    socket.on('end', () => over(undefined));
    socket.on('error', () => over(undefined));
  });
}
