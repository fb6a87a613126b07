import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  BookCampaign,
  BookedCampaign,
  BookExam,
  BookingWeek,
  ExamEntry,
  ExamPage,
  MoveExam,
  SlotCheck,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

export interface AskedSlot {
  readonly candidateId: string;
  readonly startsAt: string;
  readonly assessorId: string;
  readonly secondId?: string;
  readonly examId?: string;
}

/** The exams of a campaign as they are booked: who examines whom when. */
@Service()
export class BookingClient {
  private readonly http = inject(HttpClient);

  week(campaignId: string, on: string | undefined): Promise<BookingWeek> {
    const params: Record<string, string> = on === undefined ? {} : { on };
    return firstValueFrom(this.http.get<BookingWeek>(`/api/campaigns/${campaignId}/booking`, { params }));
  }

  /** All of one person. */
  examsOf(campaignId: string, candidateId: string): Promise<ExamPage> {
    return firstValueFrom(this.http.get<ExamPage>(`/api/campaigns/${campaignId}/exams`, { params: { candidateId } }));
  }

  bookAll(campaignId: string, told: BookCampaign): Promise<BookedCampaign> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<BookedCampaign>(`/api/campaigns/${campaignId}/book`, told, { headers }));
  }

  bookOne(campaignId: string, told: BookExam): Promise<ExamEntry> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<ExamEntry>(`/api/campaigns/${campaignId}/exams`, told, { headers }));
  }

  check(campaignId: string, slot: AskedSlot): Promise<SlotCheck> {
    return firstValueFrom(this.http.get<SlotCheck>(`/api/campaigns/${campaignId}/slot`, { params: { ...slot } }));
  }

  move(examId: string, told: MoveExam): Promise<ExamEntry> {
    return firstValueFrom(this.http.put<ExamEntry>(`/api/exams/${examId}/slot`, told));
  }
}
