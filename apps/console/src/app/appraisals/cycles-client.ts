import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AnswerUpward,
  AppraisalCyclePage,
  Competencies,
  CycleOverview,
  CyclePreview,
  DiscardCycle,
  LeftOutPage,
  OpenCycle,
  SetCompetencies,
  UpwardAsked,
  UpwardResult,
  UpwardResults,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/appraisal-cycles';

/** Cycles of appraisals, what they rate, and what teams say of whoever leads them. */
@Service()
export class CyclesClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<AppraisalCyclePage> {
    return firstValueFrom(this.http.get<AppraisalCyclePage>(base, { params: { ...query } }));
  }

  one(id: string): Promise<CycleOverview> {
    return firstValueFrom(this.http.get<CycleOverview>(`${base}/${id}`));
  }

  open(told: OpenCycle): Promise<CycleOverview> {
    return firstValueFrom(this.http.post<CycleOverview>(base, told));
  }

  /** Who would appraise whom, were it opened. */
  preview(told: Omit<OpenCycle, 'answerDays'>): Promise<CyclePreview> {
    return firstValueFrom(this.http.get<CyclePreview>(`${base}/preview`, { params: { ...told } }));
  }

  async discard(id: string, told: DiscardCycle): Promise<void> {
    await firstValueFrom(this.http.post(`${base}/${id}/discard`, told));
  }

  close(id: string, revision: number): Promise<CycleOverview> {
    return firstValueFrom(this.http.post<CycleOverview>(`${base}/${id}/close`, { revision }));
  }

  leftOut(id: string, query: Readonly<Record<string, string | number>>): Promise<LeftOutPage> {
    return firstValueFrom(this.http.get<LeftOutPage>(`${base}/${id}/left-out`, { params: { ...query } }));
  }

  competencies(): Promise<Competencies> {
    return firstValueFrom(this.http.get<Competencies>('/api/appraisal-competencies'));
  }

  setCompetencies(told: SetCompetencies): Promise<Competencies> {
    return firstValueFrom(this.http.put<Competencies>('/api/appraisal-competencies', told));
  }

  async asked(): Promise<UpwardAsked['asked']> {
    return (await firstValueFrom(this.http.get<UpwardAsked>('/api/upward'))).asked;
  }

  async answer(told: AnswerUpward): Promise<UpwardAsked['asked']> {
    return (await firstValueFrom(this.http.post<UpwardAsked>('/api/upward', told))).asked;
  }

  async results(id: string): Promise<UpwardResult[]> {
    return (await firstValueFrom(this.http.get<UpwardResults>(`${base}/${id}/upward`))).results;
  }
}
