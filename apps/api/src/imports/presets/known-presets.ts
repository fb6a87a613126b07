import { ImportPreset } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { shippedPresets } from '../preset/preset-file.js';
import { hasColumns } from '../preset/recognise.js';

/** The presets that people keep. */
export async function keptPresets(sql: Sql): Promise<ImportPreset[]> {
  const rows = await sql.rows<{ definition: unknown }>('SELECT definition FROM import_preset ORDER BY name');
  return rows.flatMap(({ definition }) => {
    const parsed = ImportPreset.safeParse(definition);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The presets, kept and shipped, whose columns a file has; the one that asks for most first. */
export async function presetsThatKnow(sql: Sql, path: string): Promise<{ name: string; title: string }[]> {
  const found: { preset: ImportPreset; columns: number }[] = [];
  for (const preset of [...(await keptPresets(sql)), ...shippedPresets().map(({ preset }) => preset)]) {
    const columns = preset.recognises?.columns ?? [];
    if (columns.length > 0 && (await hasColumns(path, preset, columns)))
      found.push({ preset, columns: columns.length });
  }
  return found.toSorted((a, b) => b.columns - a.columns).map(({ preset: { name, title } }) => ({ name, title }));
}
