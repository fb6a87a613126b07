import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const importPattern =
  /(?:^|[\s;])(?:import|export)\s[^'";]*?from\s*['"](\.{1,2}\/[^'"]+)['"]|import\s*\(\s*['"](\.{1,2}\/[^'"]+)['"]\s*\)|^import\s*['"](\.{1,2}\/[^'"]+)['"]/gm;

const isSpec = (file) => /\.spec\.[jt]s$/.test(file);

/** The first folder below `root` that holds the file; undefined for files in the root itself or outside of it. */
export function featureOf(root, file) {
  const parts = relative(root, file).split(sep);
  return parts.length < 2 || parts[0] === '..' ? undefined : parts[0];
}

/** Which feature folder imports which, read from all files but specs and what serves them. */
function readImports(root, exempt) {
  const edges = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const from = featureOf(root, file);
    if (!entry.isFile() || !file.endsWith('.ts') || isSpec(file) || !from || exempt.includes(from)) continue;
    for (const [, a, b, c] of readFileSync(file, 'utf8').matchAll(importPattern)) {
      const to = featureOf(root, resolve(dirname(file), a ?? b ?? c));
      if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  return edges;
}

/** The shortest way from one folder to another along the imports, both ends included. */
export function pathBetween(edges, from, to) {
  const queue = [[from]];
  const seen = new Set([from]);
  for (const path of queue) {
    if (path.at(-1) === to) return path;
    for (const next of edges.get(path.at(-1)) ?? []) {
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}

const importsByRoot = new Map();

function importsBelow(root, exempt) {
  if (!importsByRoot.has(root)) importsByRoot.set(root, readImports(root, exempt));
  return importsByRoot.get(root);
}

const matchesAny = (patterns, text) => patterns.some((pattern) => new RegExp(pattern).test(text));

/** A feature uses another only through the files that are open to it, and never in a circle. */
export const featureFolders = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: {
      closed: 'The folder "{{from}}" may not use "{{file}}" of "{{to}}": only {{open}}.',
      floor: 'The folder "{{from}}" serves all features and may not use the feature "{{to}}".',
      circle: 'The folders import each other in a circle: {{path}}.',
    },
  },
  create(context) {
    const { root, floor, free, open, readers, readable, exempt } = context.options[0];
    const folder = resolve(context.cwd, root);
    const from = featureOf(folder, context.filename);
    if (!from || isSpec(context.filename) || exempt.includes(from)) return {};
    const edges = importsBelow(folder, exempt);

    function check(node) {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const target = resolve(dirname(context.filename), source);
      const to = featureOf(folder, target);
      if (!to || to === from) return;
      const back = pathBetween(edges, to, from);
      if (back) context.report({ node, messageId: 'circle', data: { path: [from, ...back].join(' -> ') } });
      if (floor.includes(to) || free.includes(to)) return;
      if (floor.includes(from)) {
        context.report({ node, messageId: 'floor', data: { from, to } });
        return;
      }
      const allowed = readers.includes(from) ? [...open, ...readable] : open;
      if (!matchesAny(allowed, target)) {
        const file = relative(join(folder, to), target);
        context.report({ node, messageId: 'closed', data: { from, to, file, open: allowed.join(' ') } });
      }
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
