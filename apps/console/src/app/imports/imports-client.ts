import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  BadRows,
  DetectedImport,
  DetectionQuery,
  ImportBatch,
  ImportBy,
  ImportList,
  ImportPreview,
  WorkedOn,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import { injectFileUpload } from '../platform/http/file-upload.js';

const base = '/api/imports';

/** Files that become rows. */
@Service()
export class ImportsClient {
  private readonly http = inject(HttpClient);
  private readonly upload = injectFileUpload();

  page(query: { after?: string | number }): Promise<ImportList> {
    return firstValueFrom(this.http.get<ImportList>(base, { params: { ...query } }));
  }

  one(id: string): Promise<ImportBatch> {
    return firstValueFrom(this.http.get<ImportBatch>(`${base}/${id}`));
  }

  /** However often it is sent with the same id, it is one import. */
  send(id: string, file: File, onShare: (share: number) => void): Promise<unknown> {
    return this.upload(`${base}/${id}?${new URLSearchParams({ name: file.name }).toString()}`, file, onShare);
  }

  detect(id: string, query: DetectionQuery): Promise<DetectedImport> {
    return firstValueFrom(this.http.get<DetectedImport>(`${base}/${id}/detection`, { params: { ...query } }));
  }

  preview(id: string, definition: Record<string, unknown>): Promise<ImportPreview> {
    return firstValueFrom(this.http.post<ImportPreview>(`${base}/${id}/preview`, { definition }));
  }

  check(id: string, by: ImportBy): Promise<ImportBatch> {
    return this.act(id, 'check', by);
  }

  confirm(id: string): Promise<ImportBatch> {
    return this.act(id, 'confirm');
  }

  cancel(id: string): Promise<ImportBatch> {
    return this.act(id, 'cancel');
  }

  undo(id: string): Promise<ImportBatch> {
    return this.act(id, 'undo');
  }

  workedOn(id: string): Promise<WorkedOn> {
    return firstValueFrom(this.http.get<WorkedOn>(`${base}/${id}/worked-on`));
  }

  badRows(id: string, query: { after?: string | number }): Promise<BadRows> {
    return firstValueFrom(this.http.get<BadRows>(`${base}/${id}/bad-rows`, { params: { ...query } }));
  }

  /** Where the refused rows are downloaded from. */
  badRowsAddress(id: string): string {
    return `${base}/${id}/bad-rows.csv`;
  }

  private act(id: string, act: string, body: object = {}): Promise<ImportBatch> {
    return firstValueFrom(this.http.post<ImportBatch>(`${base}/${id}/${act}`, body));
  }
}
