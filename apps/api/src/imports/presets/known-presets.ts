import type { Sql } from '../../platform/database/database.js';
import { shippedPresets } from '../preset/preset-file.js';
import { ImportPreset } from '@forecall/contracts';
import { hasColumns } from '../preset/recognise.js';

/** The presets, shipped and one's own, whose columns a file has; the one that asks for most first. */
export async function presetsThatKnow(sql: Sql, path: string): Promise<{ name: string; title: string }[]> {
  const own = await sql.rows<{ definition: unknown }>('SELECT definition FROM import_preset ORDER BY name');
  const kept = own.flatMap(({ definition }) => {
    const parsed = ImportPreset.safeParse(definition);
    return parsed.success ? [parsed.data] : [];
  });
  const found: { preset: ImportPreset; columns: number }[] = [];
  for (const preset of [...kept, ...shippedPresets().map(({ preset }) => preset)]) {
    const columns = preset.recognises?.columns ?? [];
    if (columns.length > 0 && (await hasColumns(path, preset, columns)))
      found.push({ preset, columns: columns.length });
  }
  return found.toSorted((a, b) => b.columns - a.columns).map(({ preset: { name, title } }) => ({ name, title }));
}
