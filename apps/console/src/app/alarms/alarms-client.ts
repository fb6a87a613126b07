import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Alarm,
  AlarmPage,
  AlarmWatch,
  AlarmWatches,
  ExplainAlarm,
  FalseAlarm,
  SetAlarmBudget,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/alarms';

/** Alarms, what is done about them, and how departments are watched. */
@Service()
export class AlarmsClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<AlarmPage> {
    return firstValueFrom(this.http.get<AlarmPage>(base, { params: { ...query } }));
  }

  one(id: string): Promise<Alarm> {
    return firstValueFrom(this.http.get<Alarm>(`${base}/${id}`));
  }

  /** `key`: of the act, so that what is pressed twice is done once. */
  take(id: string, revision: number, key: string): Promise<Alarm> {
    return this.act(id, 'take', { revision }, key);
  }

  explain(id: string, told: ExplainAlarm, key: string): Promise<Alarm> {
    return this.act(id, 'explain', told, key);
  }

  callFalse(id: string, told: FalseAlarm, key: string): Promise<Alarm> {
    return this.act(id, 'false', told, key);
  }

  watches(): Promise<AlarmWatches> {
    return firstValueFrom(this.http.get<AlarmWatches>(`${base}/watches`));
  }

  setBudget(departmentId: string, told: SetAlarmBudget): Promise<AlarmWatch> {
    return firstValueFrom(this.http.put<AlarmWatch>(`${base}/watches/${departmentId}`, told));
  }

  private act(id: string, what: string, told: object, key: string): Promise<Alarm> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<Alarm>(`${base}/${id}/${what}`, told, { headers }));
  }
}
