import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Appraisal,
  AppraisalPage,
  AppraisalSaved,
  Appraisers,
  DecideAppraisal,
  DisputeAppraisal,
  FigureSince,
  GoalSet,
  LookAtGoal,
  NameAppraiser,
  SaveAppraisal,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/appraisals';

/** Appraisals one by one: written, answered, decided, signed. */
@Service()
export class AppraisalsClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<AppraisalPage> {
    return firstValueFrom(this.http.get<AppraisalPage>(base, { params: { ...query } }));
  }

  one(id: string): Promise<Appraisal> {
    return firstValueFrom(this.http.get<Appraisal>(`${base}/${id}`));
  }

  save(id: string, told: SaveAppraisal): Promise<AppraisalSaved> {
    return firstValueFrom(this.http.put<AppraisalSaved>(`${base}/${id}/draft`, told));
  }

  give(id: string, revision: number): Promise<Appraisal> {
    return this.act(id, 'give', { revision });
  }

  agree(id: string, told: { revision: number; note: string }): Promise<Appraisal> {
    return this.act(id, 'agree', told);
  }

  dispute(id: string, told: DisputeAppraisal): Promise<Appraisal> {
    return this.act(id, 'dispute', told);
  }

  decide(id: string, told: DecideAppraisal): Promise<Appraisal> {
    return this.act(id, 'decide', told);
  }

  sign(id: string, revision: number): Promise<Appraisal> {
    return this.act(id, 'sign', { revision });
  }

  appraisers(id: string): Promise<Appraisers> {
    return firstValueFrom(this.http.get<Appraisers>(`${base}/${id}/appraisers`));
  }

  nameAppraiser(id: string, told: NameAppraiser): Promise<Appraisal> {
    return firstValueFrom(this.http.put<Appraisal>(`${base}/${id}/appraiser`, told));
  }

  look(goalId: string, told: LookAtGoal): Promise<GoalSet> {
    return firstValueFrom(this.http.post<GoalSet>(`${base}/goals/${goalId}/looks`, told));
  }

  /** A frozen figure beside what the same question answers now. */
  since(id: string, place: number): Promise<FigureSince> {
    return firstValueFrom(this.http.get<FigureSince>(`${base}/${id}/figures/${place}/since`));
  }

  private act(id: string, act: string, told: object): Promise<Appraisal> {
    return firstValueFrom(this.http.post<Appraisal>(`${base}/${id}/${act}`, told));
  }
}
