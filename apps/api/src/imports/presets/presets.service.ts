import { Injectable } from '@nestjs/common';
import {
  faultLines,
  type ImportBy,
  ImportPreset,
  type ImportPresetEntry,
  type ImportPresetList,
  type SaveImportPreset,
} from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, notFound } from '../../platform/http/problem.js';
import { shippedPresets } from '../preset/preset-file.js';

const mostKept = 200;

type Row = Omit<ImportPresetEntry, 'isShipped' | 'title' | 'changedAt'> & { changedAt: Date };

const columns = /* sql */ `
  p.name, p.definition, p.revision, p.changed_at AS "changedAt", coalesce(s.name, i.email) AS "changedBy"`;
const joins = 'LEFT JOIN sign_in i ON i.id = p.changed_by LEFT JOIN staff s ON s.id = i.staff_id';

/** Presets: those that come with the program, which stay as they are, and one's own. */
@Injectable()
export class PresetsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async list(): Promise<ImportPresetList> {
    const own = await this.database.rows<Row>(
      `SELECT ${columns} FROM import_preset p ${joins} ORDER BY p.name LIMIT ${mostKept}`,
    );
    return { presets: [...own.map(entry), ...shippedPresets().map(({ preset }) => shipped(preset))] };
  }

  async one(name: string): Promise<ImportPresetEntry> {
    const found = await this.found(this.database, name);
    if (!found) throw notFound('preset');
    return found;
  }

  /** What a request names: a preset by name, or one that is being written. */
  async definitionBy({ preset, definition }: ImportBy): Promise<unknown> {
    return preset === undefined ? definition : (await this.one(preset)).definition;
  }

  /** Held to the schema; what is wrong is said with its place. */
  sound(definition: unknown): ImportPreset {
    const parsed = ImportPreset.safeParse(definition);
    if (parsed.success) return parsed.data;
    const lines = faultLines(parsed.error.issues);
    throw badRequest('preset-unusable', lines.join('\n'), {
      fields: lines.map((line) => {
        const [path = '', ...message] = line.split(': ');
        return { path, code: 'preset', message: message.join(': ') };
      }),
    });
  }

  async save(viewer: Viewer, name: string, { definition, revision }: SaveImportPreset): Promise<ImportPresetEntry> {
    if (isShipped(name)) throw conflict('preset-shipped', 'It comes with the program. Save it under another name.');
    const { title } = this.sound({ ...definition, name });
    await this.database.transaction(async (sql) => {
      const written =
        revision === 0
          ? await sql.change(
              `INSERT INTO import_preset (name, definition, changed_by)
               SELECT $1, $2, $3 WHERE (SELECT count(*) FROM import_preset) < ${mostKept} ON CONFLICT DO NOTHING`,
              [name, JSON.stringify({ ...definition, name }), viewer.signInId],
            )
          : await sql.change(
              `UPDATE import_preset SET definition = $2, changed_by = $3, changed_at = now(), revision = revision + 1
               WHERE name = $1 AND revision = $4`,
              [name, JSON.stringify({ ...definition, name }), viewer.signInId, revision],
            );
      if (written === 0) throw await this.notSaved(sql, name, revision);
      await this.record(sql, viewer, 'import-preset.saved', name, title);
    });
    return this.one(name);
  }

  async remove(viewer: Viewer, name: string): Promise<void> {
    if (isShipped(name)) throw conflict('preset-shipped', 'It comes with the program, and stays.');
    await this.database.transaction(async (sql) => {
      const preset = await this.found(sql, name);
      if (!preset) throw notFound('preset');
      await sql.change('DELETE FROM import_preset WHERE name = $1', [name]);
      await this.record(sql, viewer, 'import-preset.removed', name, preset.title);
    });
  }

  private async notSaved(sql: Sql, name: string, revision: number) {
    const there = await this.found(sql, name);
    if (there && revision === 0) return conflict('preset-there', `There is a preset "${name}" already.`);
    if (there)
      return conflict('preset-changed', 'Somebody has changed it meanwhile.', { values: { revision: there.revision } });
    return revision === 0
      ? conflict('too-many-presets', `There are ${mostKept} presets already.`, { values: { most: mostKept } })
      : notFound('preset');
  }

  private async found(sql: Sql, name: string): Promise<ImportPresetEntry | undefined> {
    const file = shippedPresets().find(({ preset }) => preset.name === name);
    if (file) return shipped(file.preset);
    const row = await sql.first<Row>(`SELECT ${columns} FROM import_preset p ${joins} WHERE p.name = $1`, [name]);
    return row && entry(row);
  }

  private record(sql: Sql, by: Viewer, act: 'import-preset.saved' | 'import-preset.removed', id: string, name: string) {
    return this.audit.record(sql, by, { act, entity: 'import_preset', id, name });
  }
}

const isShipped = (name: string): boolean => shippedPresets().some(({ preset }) => preset.name === name);

const titleOf = (definition: Record<string, unknown>): string =>
  typeof definition.title === 'string' ? definition.title : '';

const entry = ({ changedAt, ...row }: Row): ImportPresetEntry => ({
  ...{ ...row, title: titleOf(row.definition), isShipped: false, changedAt: changedAt.toISOString() },
});

const shipped = (preset: ImportPreset): ImportPresetEntry => ({
  ...{ name: preset.name, title: preset.title, isShipped: true, definition: preset },
  ...{ revision: 0, changedAt: null, changedBy: null },
});
