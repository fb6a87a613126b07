import { readHeader } from '../reading/header.js';
import { fittedPreset } from '../reading/fitted-preset.js';
import { Refusal } from '../refusal.js';
import type { PresetFile } from './preset-file.js';
import type { ImportPreset } from '@forecall/contracts';

/**
 * The preset whose columns the file's header has all of; of several the one that asks for most. Undefined: none knows
 * it. Where two know it equally well, somebody must choose.
 */
export async function recognise(path: string, presets: readonly PresetFile[]): Promise<PresetFile | undefined> {
  const known: { file: PresetFile; columns: number }[] = [];
  for (const file of presets) {
    const columns = file.preset.recognises?.columns ?? [];
    if (columns.length > 0 && (await hasColumns(path, file.preset, columns)))
      known.push({ file, columns: columns.length });
  }
  const [best, next] = known.toSorted((a, b) => b.columns - a.columns);
  if (best && next?.columns === best.columns) {
    throw new Refusal(
      `The presets ${best.file.preset.name} and ${next.file.preset.name} both know ${path}: choose with --preset.`,
      { code: 'several-presets', first: best.file.preset.name, second: next.file.preset.name },
    );
  }
  return best?.file;
}

/** As `recognise`, but an unknown file is refused. */
export async function presetFor(path: string, presets: readonly PresetFile[]): Promise<PresetFile> {
  const found = await recognise(path, presets);
  if (found) return found;
  const names = presets.map(({ preset }) => preset.name).join(', ');
  throw new Refusal(`No preset knows the columns of ${path}. Choose one with --preset: ${names}.`, {
    code: 'no-preset',
    names,
  });
}

/** Read as this preset reads such a file. One that cannot be read so is not one of its own. */
export async function hasColumns(path: string, preset: ImportPreset, columns: readonly string[]): Promise<boolean> {
  try {
    const { file } = await fittedPreset(path, preset);
    const found = new Set((await readHeader(path, { ...file, columns: undefined })).names);
    return columns.every((column) => found.has(column.normalize('NFC')));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
