import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { KeepView, SavedView, SavedViews } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { ListPage } from '../lists-client.js';

const base = '/api/views';

/** One's own views of a list. */
@Service()
export class ViewsClient {
  private readonly http = inject(HttpClient);

  async list(page: ListPage): Promise<SavedViews['views']> {
    return (await firstValueFrom(this.http.get<SavedViews>(base, { params: { page } }))).views;
  }

  keep(id: string, view: KeepView): Promise<SavedView> {
    return firstValueFrom(this.http.put<SavedView>(`${base}/${id}`, view));
  }

  async delete(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${base}/${id}`));
  }
}
