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

/** What one language has and another lacks: keys, texts, values put into a text. */
export function languageFaults(languages) {
  const faults = [];
  const keys = new Set([...languages.values()].flatMap((texts) => [...texts.keys()]));
  for (const key of keys) {
    const missing = [...languages].filter(([, texts]) => !texts.has(key)).map(([language]) => language);
    for (const language of missing) faults.push(`${key}: missing in ${language}`);
    for (const [language, texts] of languages) {
      const text = texts.get(key);
      if (text !== undefined && (typeof text !== 'string' || text.trim() === ''))
        faults.push(`${key}: no text in ${language}`);
    }
    const values = [...languages.values()]
      .filter((texts) => texts.has(key))
      .map((texts) => placeholders(texts.get(key)).join(', '));
    if (new Set(values).size > 1) faults.push(`${key}: the languages put in different values (${values.join(' | ')})`);
  }
  return faults;
}
