import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ImportPresetEntry, ImportPresetList } from '@forecall/contracts';
import { firstValueFrom, map } from 'rxjs';
import type { Definition } from './mapping/definition.js';

const base = '/api/import-presets';

/** How files become rows: what comes with the program, and one's own. */
@Service()
export class PresetsClient {
  private readonly http = inject(HttpClient);

  list(): Promise<ImportPresetEntry[]> {
    return firstValueFrom(this.http.get<ImportPresetList>(base).pipe(map(({ presets }) => presets)));
  }

  one(name: string): Promise<ImportPresetEntry> {
    return firstValueFrom(this.http.get<ImportPresetEntry>(`${base}/${name}`));
  }

  /** `revision` 0: a new one. */
  save(name: string, definition: Definition, revision: number): Promise<ImportPresetEntry> {
    return firstValueFrom(this.http.put<ImportPresetEntry>(`${base}/${name}`, { definition, revision }));
  }

  remove(name: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${base}/${name}`));
  }
}
