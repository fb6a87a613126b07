import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problemKeys } from './problem-codes.mjs';
import { keyOf, languageFaults, readTexts } from './texts.mjs';
import { constantsIn, keyFaults } from './used-keys.mjs';

const root = join(import.meta.dirname, '../../..');

const isProduct = (path) => !/\.spec\.ts$|\/testing\//.test(path);

function readSources(pattern) {
  return globSync(pattern, { cwd: root })
    .filter(isProduct)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Everything wrong with the texts of the console: between the languages, with its code, with the API's refusals. */
export function translationFaults({ languages, consoleSources, apiSources }) {
  const keys = new Set([...languages.values()].flatMap((texts) => [...texts.keys()].map(keyOf)));
  const refusals = problemKeys(apiSources);
  const foreign = new Set(apiSources.flatMap((source) => constantsIn(source).whole));
  const untranslated = [...refusals.keys].filter(([key]) => !keys.has(key));
  return [
    ...languageFaults(languages),
    ...keyFaults(keys, consoleSources, { refusals: refusals.keys.keys(), foreign }),
    ...untranslated.map(([key, file]) => `${key}: used in ${file}, in no language`),
    ...refusals.unclear.map((place) => `${place}: a problem's code must be a constant, or it cannot be translated`),
  ];
}

function main() {
  const folder = join(root, 'apps/console/public/i18n');
  if (!existsSync(folder)) throw new Error(`There are no translations in ${folder}`);
  const languages = readTexts(folder);
  const faults = translationFaults({
    languages,
    consoleSources: [...readSources('apps/console/src/**/*.ts'), ...readSources('apps/console/src/**/*.html')],
    apiSources: [...readSources('apps/api/src/**/*.ts'), ...readSources('libs/{contracts,domain}/src/**/*.ts')],
  });
  for (const fault of faults) console.error(`translations  ${fault}`);
  const size = Math.max(0, ...[...languages.values()].map((texts) => texts.size));
  console.log(`translations: ${size} keys in ${[...languages.keys()].join(', ')}, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
