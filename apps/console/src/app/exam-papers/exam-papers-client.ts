import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangePaper,
  MakePaper,
  PaperDetail,
  PaperKind,
  PaperPage,
  PaperVersion,
  ReadyMadePapers,
  SaveDraft,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/exam-papers';

/** Rubrics and role plays of exams. */
@Service()
export class ExamPapersClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<PaperPage> {
    return firstValueFrom(this.http.get<PaperPage>(base, { params: { ...query } }));
  }

  /** Those that campaigns can take, the newest first. */
  async published(kind: PaperKind): Promise<PaperPage['papers']> {
    const { papers } = await this.page({ kind, limit: 200 });
    return papers.filter(({ published }) => published !== null);
  }

  readyMade(): Promise<ReadyMadePapers> {
    return firstValueFrom(this.http.get<ReadyMadePapers>(`${base}/ready-made`));
  }

  make(told: MakePaper): Promise<PaperDetail> {
    return firstValueFrom(this.http.post<PaperDetail>(base, told));
  }

  one(id: string): Promise<PaperDetail> {
    return firstValueFrom(this.http.get<PaperDetail>(`${base}/${id}`));
  }

  change(id: string, told: ChangePaper): Promise<PaperDetail> {
    return firstValueFrom(this.http.patch<PaperDetail>(`${base}/${id}`, told));
  }

  version(id: string, versionId: string): Promise<PaperVersion> {
    return firstValueFrom(this.http.get<PaperVersion>(`${base}/${id}/versions/${versionId}`));
  }

  /** `keepalive`: it arrives though the page goes. */
  save(id: string, told: SaveDraft, keepalive: boolean): Promise<PaperVersion> {
    return firstValueFrom(this.http.put<PaperVersion>(`${base}/${id}/draft`, told, { keepalive }));
  }

  publish(id: string, revision: number): Promise<PaperDetail> {
    return firstValueFrom(this.http.post<PaperDetail>(`${base}/${id}/publish`, { revision }));
  }

  drop(id: string, revision: number): Promise<PaperDetail> {
    return firstValueFrom(this.http.post<PaperDetail>(`${base}/${id}/drop-draft`, { revision }));
  }
}
