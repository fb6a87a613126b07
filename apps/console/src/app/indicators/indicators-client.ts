import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Acted, EndIndicator, IndicatorList, SetIndicator } from '@forecall/contracts';
import type { CardKind } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';

const base = '/api/indicators';

/** What is wanted of which figure, on whose card. */
@Service()
export class IndicatorsClient {
  private readonly http = inject(HttpClient);

  async page(
    query: Readonly<Record<string, string>> & { card: CardKind },
  ): Promise<IndicatorList & { rows: IndicatorList['indicators'] }> {
    const list = await firstValueFrom(this.http.get<IndicatorList>(base, { params: { limit: 200, ...query } }));
    return { ...list, rows: list.indicators };
  }

  set(told: SetIndicator): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(base, told));
  }

  readyMade(): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/ready-made`, {}));
  }

  end(id: string, told: EndIndicator): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${id}/end`, told));
  }

  undo(act: string): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/acts/${act}/undo`, {}));
  }
}
