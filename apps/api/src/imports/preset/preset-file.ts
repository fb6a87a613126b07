import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { Refusal } from '../refusal.js';
import { faultLines, ImportPreset } from '@forecall/contracts';

/** The presets that come with the program: apps/api/presets, beside src and dist. */
const shipped = join(import.meta.dirname, '../../../presets');

export interface PresetFile {
  readonly preset: ImportPreset;
  /** Where it was read from; its map of figures lies in the folder `reconcile` beside it. */
  readonly path: string;
}

/** By the name of a shipped preset, or by the path of a preset of one's own (ending in .json). */
export function readPreset(nameOrPath: string, shippedFolder = shipped): PresetFile {
  const isPath = nameOrPath.endsWith('.json');
  const path = isPath ? resolve(nameOrPath) : join(shippedFolder, `${basename(nameOrPath)}.json`);
  if (!existsSync(path)) {
    const known = shippedNames(shippedFolder).join(', ');
    throw new Refusal(
      isPath
        ? `There is no preset file ${path}.`
        : `There is no preset "${nameOrPath}". There are: ${known}; or name a file that ends in .json.`,
      { code: isPath ? 'no-such-preset-file' : 'no-such-preset', preset: nameOrPath },
    );
  }
  return { path, preset: readJson(path, ImportPreset) };
}

export const shippedPresets = (shippedFolder = shipped): PresetFile[] =>
  shippedNames(shippedFolder).map((name) => readPreset(name, shippedFolder));

const shippedNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .toSorted();

/** The map with which a preset's figures are compared, by its name, in the folder `reconcile` beside the preset. */
export const besidePreset = ({ path }: PresetFile, name: string): string =>
  join(dirname(path), 'reconcile', `${basename(name)}.json`);

/** A JSON file held to its schema; what is wrong is said with its place. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${path} cannot be read: ${why}`, { code: 'unreadable-preset', file: path, why });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    `${path} is not usable:\n${faultLines(parsed.error.issues)
      .map((line) => `  - ${line}`)
      .join('\n')}`,
    { code: 'unusable-preset', file: path, faults: faultLines(parsed.error.issues).join('\n') },
  );
}
