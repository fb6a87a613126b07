import { execFileSync } from 'node:child_process';

const git = (cwd, ...options) => execFileSync('git', options, { cwd, encoding: 'utf8' }).split('\0').filter(Boolean);

/** Files that differ from the last commit, new ones too; with a clean tree, those of the last commit itself. */
export function changedFiles(cwd) {
  const uncommitted = [
    ...git(cwd, 'diff', '--name-only', '--diff-filter=d', '-z', 'HEAD'),
    ...git(cwd, 'ls-files', '--others', '--exclude-standard', '-z'),
  ];
  if (uncommitted.length > 0) return { base: 'HEAD', files: uncommitted };
  return { base: 'HEAD~1', files: git(cwd, 'diff', '--name-only', '--diff-filter=d', '-z', 'HEAD~1', 'HEAD') };
}
