import { faultLines, ImportPreset, type ImportPreview } from '@forecall/contracts';
import type { RowDraft } from '../reading/draft.js';
import { readHeader } from '../reading/header.js';
import { fittedPreset } from '../reading/fitted-preset.js';
import { recordsOf } from '../reading/records.js';
import { rowReader } from '../reading/row-reader.js';
import { Refusal } from '../refusal.js';

const mostRows = 50;
const longestCell = 500;

type Shown = string | number | boolean | null;

/** The first rows of a file as a preset reads them, or what keeps it from reading any. */
export async function previewFile(
  path: string,
  definition: unknown,
  { companyZone, now = Date.now() }: { readonly companyZone: string; readonly now?: number },
): Promise<ImportPreview> {
  const parsed = ImportPreset.safeParse(definition);
  if (!parsed.success) return { columns: [], rows: [], faults: faultLines(parsed.error.issues) };
  try {
    const preset = await fittedPreset(path, parsed.data);
    const { file } = preset;
    const header = await readHeader(path, file);
    const read = rowReader(preset, header, companyZone);
    const rows: ImportPreview['rows'] = [];
    let toSkip = file.columns ? 0 : 1;
    for await (const record of recordsOf(path, file)) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      const row = read(record, now);
      rows.push({
        ...{ line: record.line, cells: record.cells.map((cell) => cell.slice(0, longestCell)) },
        leftOut: row.kind === 'left-out' ? row.why : null,
        values: row.kind === 'taken' ? valuesOf(row.draft) : null,
        faults: row.kind === 'refused' ? [...row.faults] : [],
      });
      if (rows.length === mostRows) break;
    }
    return { columns: [...header.names], rows, faults: [] };
  } catch (error) {
    if (error instanceof Refusal) return { columns: [], rows: [], faults: [error.message] };
    throw error;
  }
}

/** Everything a row says, by its place in the preset: `contact.startedAt`, `answers.0.score`. Instants as ISO text. */
function valuesOf(draft: RowDraft): Record<string, Shown> {
  const values: Record<string, Shown> = {};
  const add = (place: string, value: unknown): void => {
    if (value === null || value === undefined || value === '') return;
    if (Array.isArray(value) && value.length === 0) return;
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) values[place] = value.join(' > ');
    else if (Array.isArray(value)) value.forEach((one, n) => add(`${place}.${n}`, one));
    else if (typeof value === 'object' && 'key' in value && 'name' in value && Object.keys(value).length === 2)
      values[place] = value.key === value.name ? String(value.key) : `${String(value.key)} ${String(value.name)}`;
    else if (typeof value === 'object')
      for (const [name, one] of Object.entries(value)) add(place === '' ? name : `${place}.${name}`, one);
    else if (typeof value === 'number' && isInstant(place)) values[place] = new Date(value).toISOString();
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      values[place] = typeof value === 'string' ? value.slice(0, longestCell) : value;
  };
  const { contact, ...others } = draft;
  add('', others);
  if (contact) {
    const { answers, complaint, attributes, ...facts } = contact;
    add('contact', facts);
    add('answers', answers);
    add('complaint', complaint);
    add('attributes', attributes);
  }
  return values;
}

const isInstant = (place: string): boolean => /(?:At|\.at|\.from|\.since)$/.test(place);
