import { isRecord, type Definition } from '../mapping/definition.js';

/** A preset by its parts, each as it is written; of both versions all parts that either has. */
export type PresetParts = Readonly<Record<string, string>>;

const written = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 1);

export function partsOfPresets(...definitions: readonly Definition[]): PresetParts[] {
  const keys = [...new Set(definitions.flatMap((definition) => Object.keys(definition)))];
  return definitions.map((definition) => Object.fromEntries(keys.map((key) => [key, written(definition[key])])));
}

/** The preset whose parts are those chosen of the two. */
export function presetOf(chosen: PresetParts, mine: Definition, theirs: Definition): Definition {
  const [partsOfMine] = partsOfPresets(mine, theirs);
  const entries = Object.entries(chosen).map(([key, text]): [string, unknown] => [
    key,
    partsOfMine?.[key] === text ? mine[key] : theirs[key],
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What a file holds, if it is a preset at all. */
export function presetIn(text: string): Definition | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && typeof value['name'] === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
