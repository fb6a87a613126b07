import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { BounceReported, ReportBounce, SurveyAskCounts, SurveyAskPage } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** Who was asked, and what came of it. */
@Service()
export class AskedClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<SurveyAskPage> {
    return firstValueFrom(this.http.get<SurveyAskPage>('/api/survey-asks', { params: { ...query } }));
  }

  counts(query: Readonly<Record<string, string>>): Promise<SurveyAskCounts> {
    return firstValueFrom(this.http.get<SurveyAskCounts>('/api/survey-asks/counts', { params: { ...query } }));
  }

  bounce(told: ReportBounce): Promise<BounceReported> {
    return firstValueFrom(this.http.post<BounceReported>('/api/survey-bounces', told));
  }
}
