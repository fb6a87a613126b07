import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Acted,
  AddTradeReasons,
  CalendarList,
  CheckedStaff,
  LeaveDemo,
  Me,
  OpenUnits,
  SetUpPage,
  StaffTable,
  Structure,
  Trades,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/set-up';

/** From the demo, or from nothing, to a company that is at work. */
@Service()
export class SetUpClient {
  private readonly http = inject(HttpClient);

  keepDraft(page: SetUpPage, text: string): Promise<unknown> {
    return firstValueFrom(this.http.put(`${base}/drafts/${page}`, { text }));
  }

  leaveDemo(entry: LeaveDemo): Promise<Me> {
    return firstValueFrom(this.http.post<Me>(`${base}/own-company`, entry));
  }

  openUnits(entry: OpenUnits): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/units`, entry));
  }

  checkStaff(entry: StaffTable): Promise<CheckedStaff> {
    return firstValueFrom(this.http.post<CheckedStaff>(`${base}/staff/check`, entry));
  }

  hireStaff(entry: StaffTable): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/staff`, entry));
  }

  trades(): Promise<Trades> {
    return firstValueFrom(this.http.get<Trades>(`${base}/trades`));
  }

  addReasons(entry: AddTradeReasons): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/reasons`, entry));
  }

  structure(): Promise<Structure> {
    return firstValueFrom(this.http.get<Structure>('/api/organisation'));
  }

  calendars(): Promise<CalendarList> {
    return firstValueFrom(this.http.get<CalendarList>('/api/calendars'));
  }
}
