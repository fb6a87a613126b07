import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One level of names joined by dots: { board: { title: 'Board' } } gives board.title. */
export function flatten(tree, prefix = []) {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, [...prefix, name])
      : [[[...prefix, name].join('.'), value]],
  );
}

/**
 * The texts of each language below a folder, as Map(language -> Map(key -> text)). A file is `en.json`, or
 * `board/en.json` with the folder in front of its keys.
 */
export function readTexts(folder) {
  const languages = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep);
    const language = path.pop().replace(/\.json$/, '');
    const texts = languages.get(language) ?? languages.set(language, new Map()).get(language);
    const tree = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const [key, text] of flatten(tree, path)) texts.set(key, text);
  }
  return languages;
}

const placeholders = (text) => [...String(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).toSorted();

const pluralForm = /\.(zero|one|two|few|many|other)$/;

/** The key that the code names: a text with plural forms stands as `key.one` and `key.other`. */
export const keyOf = (name) => name.replace(pluralForm, '');

/** The forms of a key that a language lacks: none if it has one text for all, else those its plurals ask for. */
function missingForms(key, language, texts) {
  if (texts.has(key)) return [];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${key}.${form}`);
  const missing = forms.filter((form) => !texts.has(form));
  return missing.length === forms.length ? [key] : missing;
}

/** What one language has and another lacks: keys, plural forms, texts, values put into a text. */
export function languageFaults(languages) {
  const faults = [];
  const keys = new Set([...languages.values()].flatMap((texts) => [...texts.keys()].map(keyOf)));
  for (const key of keys) {
    const values = new Set();
    for (const [language, texts] of languages) {
      for (const missing of missingForms(key, language, texts)) faults.push(`${missing}: missing in ${language}`);
      const own = [...texts].filter(([name]) => keyOf(name) === key);
      for (const [name, text] of own) {
        if (typeof text !== 'string' || text.trim() === '') faults.push(`${name}: no text in ${language}`);
        // "one" may leave its number out.
        if (!/\.(zero|one)$/.test(name)) values.add(placeholders(text).join(', '));
      }
    }
    if (values.size > 1) faults.push(`${key}: the languages put in different values (${[...values].join(' | ')})`);
  }
  return faults;
}
