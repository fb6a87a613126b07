import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CardTrend, OwnScorecards, Scorecard, ScorecardList, TrendQuestion } from '@forecall/contracts';
import type { CardKind } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';

const base = '/api/scorecards';

/** Targets against figures, of people and units. */
@Service()
export class ScorecardsClient {
  private readonly http = inject(HttpClient);

  own(): Promise<OwnScorecards> {
    return firstValueFrom(this.http.get<OwnScorecards>(`${base}/own`));
  }

  card(kind: CardKind, id: string, days: { readonly from: string; readonly to: string }): Promise<Scorecard> {
    return firstValueFrom(this.http.get<Scorecard>(`${base}/${kind}/${id}`, { params: { ...days } }));
  }

  trend(kind: CardKind, id: string, asked: TrendQuestion): Promise<CardTrend> {
    return firstValueFrom(this.http.get<CardTrend>(`${base}/${kind}/${id}/trend`, { params: { ...asked } }));
  }

  async page(query: Readonly<Record<string, string>>): Promise<ScorecardList & { rows: ScorecardList['cards'] }> {
    const list = await firstValueFrom(this.http.get<ScorecardList>(base, { params: { ...query } }));
    return { ...list, rows: list.cards };
  }
}
