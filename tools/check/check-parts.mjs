import { jest, nodeTest } from '../test/runner-commands.mjs';

const quoted = (files) => files.map((file) => `'${file.replaceAll("'", `'\\''`)}'`).join(' ');

/** First folders below apps/api/src that hold a changed file; undefined if none does. */
function touchedFeatures(files) {
  const features = new Set(files.map((file) => /^apps\/api\/src\/([^/]+)\//.exec(file)?.[1]).filter(Boolean));
  return features.size > 0 ? `/src/(${[...features].join('|')})/` : undefined;
}

/** What is worth checking before a commit of these files; the rest is for `npm test`. */
export function checkParts({ files, base, hasSpecs }) {
  const touches = (...folders) => files.some((file) => folders.some((folder) => file.startsWith(folder)));
  const units = [
    ['domain', touches('libs/domain/')],
    ['contracts', touches('libs/')],
    ['console', touches('libs/', 'apps/console/')],
  ];
  const features = touchedFeatures(files);
  const tools = [...new Set(files.map((file) => /^tools\/[^/]+\//.exec(file)?.[0]).filter(Boolean))];
  const parts = [
    { name: 'format', command: `prettier --check --ignore-unknown ${quoted(files)}` },
    { name: 'names', command: 'node tools/lint/tree.mjs' },
    { name: 'lint and types', command: `nx affected --base=${base} -t lint typecheck --parallel=2` },
  ];
  if (touches('apps/')) parts.push({ name: 'translations', command: 'node tools/lint/translations/check.mjs' });
  if (touches('tools/', 'eslint.config.mjs')) {
    parts.push({ name: 'lint tools', command: 'eslint tools eslint.config.mjs --max-warnings 0' });
  }
  for (const [name, touched] of units) {
    const folder = name === 'console' ? 'apps/console' : `libs/${name}`;
    if (touched && hasSpecs(folder)) parts.push({ name, command: jest(folder), runner: 'jest' });
  }
  if (features && hasSpecs('apps/api')) {
    const command = `nx build api && ${jest('apps/api', `--passWithNoTests --testPathPatterns '${features}'`)}`;
    parts.push({ name: 'api specs', command, runner: 'jest', after: ['lint and types'], mayBeEmpty: true });
  }
  for (const folder of tools.filter(hasSpecs)) {
    parts.push({ name: folder.slice(0, -1), command: nodeTest(`${folder}**/*.test.mjs`), runner: 'node' });
  }
  return parts;
}
