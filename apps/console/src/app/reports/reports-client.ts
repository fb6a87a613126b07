import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeReport, LocaleName, ReportList, ReportTable, SavedReport, SaveReport } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import { type Asked, queryOf } from './question/asked.js';

const base = '/api/reports';

/** Tables of figures, and the reports that are kept. */
@Service()
export class ReportsClient {
  private readonly http = inject(HttpClient);

  table(asked: Asked): Promise<ReportTable> {
    return firstValueFrom(this.http.get<ReportTable>(`${base}/table`, { params: queryOf(asked) }));
  }

  /** Where the same numbers are to be had as a file. */
  exportAddress(asked: Asked, format: 'csv' | 'xlsx', locale: LocaleName): string {
    const pairs = Object.entries({ ...queryOf(asked), format, locale }).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
    );
    return `${base}/export?${new URLSearchParams(pairs).toString()}`;
  }

  list(after: string | null): Promise<ReportList> {
    return firstValueFrom(this.http.get<ReportList>(base, { params: after === null ? {} : { after } }));
  }

  one(id: string): Promise<SavedReport> {
    return firstValueFrom(this.http.get<SavedReport>(`${base}/${id}`));
  }

  /** Under a key that is the same when it is sent again. */
  save(report: SaveReport, key: string): Promise<SavedReport> {
    return firstValueFrom(this.http.post<SavedReport>(base, report, { headers: { 'Idempotency-Key': key } }));
  }

  change(id: string, change: ChangeReport): Promise<SavedReport> {
    return firstValueFrom(this.http.patch<SavedReport>(`${base}/${id}`, change));
  }

  delete({ id, revision }: SavedReport): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${base}/${id}`, { params: { revision } }));
  }

  restore(id: string): Promise<SavedReport> {
    return firstValueFrom(this.http.post<SavedReport>(`${base}/${id}/restore`, {}));
  }
}
