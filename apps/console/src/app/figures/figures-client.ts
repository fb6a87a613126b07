import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';

/** What is asked for: scope parts ("department:…") and a half-open period. */
export interface FigureAsked {
  scope: readonly string[];
  /** Of receipts: by what the figure was broken down. */
  by?: readonly string[];
  from: string;
  to: string;
  clock?: 'end' | 'arrival';
  threshold?: number;
  /** Of a figure of an imported attribute only. */
  attribute?: string;
  letters?: 'as-recorded' | 'small';
}

@Service()
export class FiguresClient {
  private readonly http = inject(HttpClient);

  figure(metric: MetricId, asked: FigureAsked & { limit?: number }): Promise<FigureReply> {
    return firstValueFrom(this.http.get<FigureReply>(`/api/figures/${metric}`, { params: { ...asked } }));
  }

  receipt(
    metric: MetricId,
    asked: FigureAsked,
    part: 'numerator' | 'denominator',
    after: string | null,
  ): Promise<ReceiptReply> {
    const params = { ...asked, part, limit: 50, ...(after === null ? {} : { after }) };
    return firstValueFrom(this.http.get<ReceiptReply>(`/api/figures/${metric}/receipt`, { params }));
  }

  /** Where the same rows are to be had as a file. */
  exportAddress(metric: MetricId, { scope, by = [], ...rest }: FigureAsked, part: 'numerator' | 'denominator'): string {
    const query = new URLSearchParams([
      ...scope.map((one) => ['scope', one]),
      ...by.map((one) => ['by', one]),
      ...Object.entries(rest).map(([name, value]) => [name, String(value)]),
      ['part', part],
    ]);
    return `/api/figures/${metric}/receipt.csv?${query.toString()}`;
  }
}
