import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type {
  AttributesInUse,
  ChangeReport,
  LocaleName,
  NotificationSettings,
  ReportList,
  ReportTable,
  SavedReport,
  SaveReport,
} from '@forecall/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { type Asked, queryOf } from './question/asked.js';

const base = '/api/reports';

/** Tables of figures, and the reports that are kept. */
@Service()
export class ReportsClient {
  private readonly http = inject(HttpClient);
  private readonly counted = signal(0);
  /** Counts what was changed of those that are kept: whoever lists them reads anew. */
  readonly changes = this.counted.asReadonly();

  table(asked: Asked): Promise<ReportTable> {
    return firstValueFrom(this.http.get<ReportTable>(`${base}/table`, { params: queryOf(asked) }));
  }

  /** What imports brought along, by its names. */
  attributes(): Promise<AttributesInUse> {
    return firstValueFrom(this.http.get<AttributesInUse>('/api/figures/attributes'));
  }

  /** Whether this installation sends mail at all. */
  async isMailOn(): Promise<boolean> {
    return (await firstValueFrom(this.http.get<NotificationSettings>('/api/notifications/settings'))).isMailOn;
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
    return this.changing(this.http.post<SavedReport>(base, report, { headers: { 'Idempotency-Key': key } }));
  }

  change(id: string, change: ChangeReport): Promise<SavedReport> {
    return this.changing(this.http.patch<SavedReport>(`${base}/${id}`, change));
  }

  async delete({ id, revision }: SavedReport): Promise<void> {
    await this.changing(this.http.delete(`${base}/${id}`, { params: { revision } }));
  }

  restore(id: string): Promise<SavedReport> {
    return this.changing(this.http.post<SavedReport>(`${base}/${id}/restore`, {}));
  }

  private async changing<Answer>(request: Observable<Answer>): Promise<Answer> {
    const answer = await firstValueFrom(request);
    this.counted.update((count) => count + 1);
    return answer;
  }
}
