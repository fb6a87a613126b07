import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/**
 * `kill -9` of npm leaves what it started running behind nobody's terminal. Started by npm, we therefore watch the two
 * processes above us: npm starts a shell, which starts us, or has become us. Without /proc only the nearer one.
 */
export function whenNpmIsGone(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

function isShell(pid) {
  return /^(sh|dash|bash|ash|busybox)$/.test(statOf(pid)?.name ?? '');
}

const parentOf = (pid) => statOf(pid)?.parent;

function statOf(pid) {
  try {
    const [, name, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, parent: Number(rest.split(' ')[1]) };
  } catch {
    return undefined;
  }
}
