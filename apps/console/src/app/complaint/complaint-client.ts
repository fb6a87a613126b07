import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ComplaintBrief,
  ComplaintDetail,
  ComplaintList,
  ComplaintMerged,
  ComplaintStands,
  ComplaintTimeLine,
  CorrectComplaint,
  EarlierComplaints,
  Revised,
  Structure,
} from '@forecall/contracts';
import { type ComplaintStep, runningNumberIn } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../platform/http/problem-error.js';

/** The path of each step that people take. */
const paths: Readonly<Partial<Record<ComplaintStep, string>>> = {
  acknowledged: 'acknowledge',
  assessed: 'assess',
  investigated: 'investigate',
  answered: 'answer',
  decided: 'decide',
  closed: 'close',
  reopened: 'reopen',
  analysed: 'analyse',
};

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Service()
export class ComplaintClient {
  private readonly http = inject(HttpClient);

  one(id: string): Promise<ComplaintDetail> {
    return this.get(id);
  }

  /** By its id or by the number that people say, as an address has it. */
  async find(named: string): Promise<ComplaintDetail> {
    if (isId.test(named)) return this.one(named);
    const found = runningNumberIn(named) === undefined ? undefined : await this.ofNumber(named);
    if (!found) throw new ProblemError({ type: 'about:blank', title: 'Not found', status: 404, code: 'not-found' });
    return this.one(found.id);
  }

  private async ofNumber(number: string): Promise<ComplaintBrief | undefined> {
    const params = { number, state: 'all', limit: 1 };
    return (await firstValueFrom(this.http.get<ComplaintList>('/api/complaints', { params }))).complaints[0];
  }

  timeLine(id: string): Promise<ComplaintTimeLine> {
    return this.get(`${id}/time-line`);
  }

  earlier(id: string): Promise<EarlierComplaints> {
    return this.get(`${id}/earlier`);
  }

  departments(): Promise<Structure> {
    return firstValueFrom(this.http.get<Structure>('/api/organisation'));
  }

  take(id: string, step: ComplaintStep, told: object): Promise<ComplaintStands> {
    return this.post(`${id}/${paths[step] ?? step}`, told);
  }

  tellEffect(id: string, actionId: string, effect: string): Promise<Revised> {
    return this.post(`${id}/actions/${actionId}/effect`, { effect });
  }

  correct(id: string, correction: CorrectComplaint): Promise<Revised> {
    return firstValueFrom(this.http.patch<Revised>(`/api/complaints/${id}`, correction));
  }

  give(id: string, told: { revision: number; ownerId: string | null; why: string }): Promise<Revised> {
    return this.post(`${id}/owner`, told);
  }

  handOver(id: string, told: { revision: number; departmentId: string; ownerId: string | null; why: string }) {
    return this.post<Revised>(`${id}/hand-over`, told);
  }

  acceptHandover(id: string): Promise<Revised> {
    return this.post(`${id}/hand-over/accept`, {});
  }

  returnHandover(id: string, why: string): Promise<Revised> {
    return this.post(`${id}/hand-over/return`, { why });
  }

  withdrawHandover(id: string): Promise<Revised> {
    return this.post(`${id}/hand-over/withdraw`, {});
  }

  pause(id: string, told: { revision: number; why: string }): Promise<Revised> {
    return this.post(`${id}/pause`, told);
  }

  resume(id: string, revision: number): Promise<Revised> {
    return this.post(`${id}/resume`, { revision });
  }

  note(id: string, note: object): Promise<{ id: string }> {
    return this.post(`${id}/notes`, note);
  }

  link(id: string, told: { revision: number; repeatOfId: string | null; why: string }): Promise<Revised> {
    const { revision, why, repeatOfId } = told;
    return this.correct(id, { revision, why, changes: { repeatOfId } });
  }

  merge(id: string, told: { revision: number; withId: string; why: string }): Promise<ComplaintMerged> {
    return this.post(`${id}/merge`, told);
  }

  unmerge(id: string, mergedId: string, why: string): Promise<ComplaintMerged> {
    return this.post(`${id}/unmerge`, { mergedId, why });
  }

  private get<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(`/api/complaints/${path}`));
  }

  private post<T>(path: string, body: object): Promise<T> {
    const headers = { 'Idempotency-Key': uuid() };
    return firstValueFrom(this.http.post<T>(`/api/complaints/${path}`, body, { headers }));
  }
}
