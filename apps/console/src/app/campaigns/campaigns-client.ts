import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CampaignDetail,
  CampaignPage,
  ChangeCampaign,
  Coverage,
  ExamReport,
  ExcuseCandidate,
  ExtendCandidate,
  ItemExams,
  MakeCampaign,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/campaigns';

/** Campaigns of practical exams, and who must pass in them. */
@Service()
export class CampaignsClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string>>): Promise<CampaignPage> {
    return firstValueFrom(this.http.get<CampaignPage>(base, { params: { ...query } }));
  }

  one(id: string): Promise<CampaignDetail> {
    return firstValueFrom(this.http.get<CampaignDetail>(`${base}/${id}`));
  }

  make(told: MakeCampaign): Promise<CampaignDetail> {
    return firstValueFrom(this.http.post<CampaignDetail>(base, told));
  }

  change(id: string, told: ChangeCampaign): Promise<CampaignDetail> {
    return firstValueFrom(this.http.put<CampaignDetail>(`${base}/${id}`, told));
  }

  begin(id: string, revision: number): Promise<CampaignDetail> {
    return firstValueFrom(this.http.post<CampaignDetail>(`${base}/${id}/begin`, { revision }));
  }

  close(id: string, revision: number): Promise<CampaignDetail> {
    return firstValueFrom(this.http.post<CampaignDetail>(`${base}/${id}/close`, { revision }));
  }

  coverage(id: string): Promise<Coverage> {
    return firstValueFrom(this.http.get<Coverage>(`${base}/${id}/coverage`));
  }

  report(id: string): Promise<ExamReport> {
    return firstValueFrom(this.http.get<ExamReport>(`${base}/${id}/report`));
  }

  reportedItem(id: string, itemId: string): Promise<ItemExams> {
    return firstValueFrom(this.http.get<ItemExams>(`${base}/${id}/report/items/${itemId}`));
  }

  excuse(id: string, candidateId: string, told: ExcuseCandidate): Promise<void> {
    return this.act(id, candidateId, 'excuse', told);
  }

  extend(id: string, candidateId: string, told: ExtendCandidate): Promise<void> {
    return this.act(id, candidateId, 'extend', told);
  }

  putBack(id: string, candidateId: string): Promise<void> {
    return this.act(id, candidateId, 'put-back', {});
  }

  private async act(id: string, candidateId: string, act: string, told: object): Promise<void> {
    await firstValueFrom(this.http.post(`${base}/${id}/candidates/${candidateId}/${act}`, told));
  }
}
