import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  DecideDispute,
  DecideExam,
  ExamResult,
  ExamsToMark,
  GoldToMarkPage,
  MissedExam,
  NameAssessor,
  OwnExams,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/exams';

/** Exams: marked, sat, decided. */
@Service()
export class ExamsClient {
  private readonly http = inject(HttpClient);

  toMark(state: 'open' | 'ahead' | 'signed'): Promise<ExamsToMark> {
    return firstValueFrom(this.http.get<ExamsToMark>(`${base}/mine`, { params: { state } }));
  }

  /** Gold sessions that one marks, by which assessors are calibrated. */
  gold(state: 'open' | 'signed', limit = 50): Promise<GoldToMarkPage> {
    return firstValueFrom(this.http.get<GoldToMarkPage>('/api/gold-sessions/mine', { params: { state, limit } }));
  }

  own(): Promise<OwnExams> {
    return firstValueFrom(this.http.get<OwnExams>(`${base}/own`));
  }

  result(id: string): Promise<ExamResult> {
    return firstValueFrom(this.http.get<ExamResult>(`${base}/${id}/result`));
  }

  accept(id: string, revision: number): Promise<ExamResult> {
    return this.post(id, 'accept', { revision });
  }

  dispute(id: string, told: { revision: number; why: string }): Promise<ExamResult> {
    return this.post(id, 'dispute', told);
  }

  nameFirst(id: string, told: NameAssessor): Promise<ExamResult> {
    return this.post(id, 'first', told);
  }

  nameSecond(id: string, told: NameAssessor): Promise<ExamResult> {
    return this.post(id, 'second', told);
  }

  decide(id: string, told: DecideExam): Promise<ExamResult> {
    return this.post(id, 'decide', told);
  }

  decideDispute(id: string, told: DecideDispute): Promise<ExamResult> {
    return this.post(id, 'dispute/decide', told);
  }

  miss(id: string, told: MissedExam): Promise<ExamResult> {
    return this.post(id, 'missed', told);
  }

  private post(id: string, act: string, body: object): Promise<ExamResult> {
    return firstValueFrom(this.http.post<ExamResult>(`${base}/${id}/${act}`, body));
  }
}
