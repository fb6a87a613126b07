import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Acted,
  EndIndicator,
  IndicatorEntry,
  IndicatorList,
  ReadyMadeIndicators,
  SetIndicator,
} from '@forecall/contracts';
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

  /** One that holds or is to come; undefined where it is gone. */
  async find(card: CardKind, id: string): Promise<IndicatorEntry | undefined> {
    let next: string | null = null;
    do {
      const list: IndicatorList = await this.page({ card, ...(next && { after: next }) });
      const found = list.indicators.find((one) => one.id === id);
      if (found) return found;
      next = list.next;
    } while (next !== null);
    return undefined;
  }

  set(told: SetIndicator): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(base, told));
  }

  readyMade(told: ReadyMadeIndicators): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/ready-made`, told));
  }

  end(id: string, told: EndIndicator): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${id}/end`, told));
  }

  undo(act: string): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/acts/${act}/undo`, {}));
  }
}
