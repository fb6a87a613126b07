import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Acted,
  ChangeStaff,
  HireStaff,
  LeaveStaff,
  MoveStaff,
  StaffFile,
  StaffPage,
  StaffQuery,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/organisation';

/** The people who work here, and in which team they are from when to when. */
@Service()
export class StaffClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<StaffQuery>): Promise<StaffPage> {
    return firstValueFrom(this.http.get<StaffPage>(`${base}/staff`, { params: { ...query } }));
  }

  file(id: string): Promise<StaffFile> {
    return firstValueFrom(this.http.get<StaffFile>(`${base}/staff/${id}`));
  }

  hire(entry: HireStaff): Promise<Acted> {
    return this.post('staff', entry);
  }

  change(id: string, entry: ChangeStaff): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(`${base}/staff/${id}`, entry));
  }

  move(id: string, entry: MoveStaff): Promise<Acted> {
    return this.post(`staff/${id}/move`, entry);
  }

  leave(id: string, entry: LeaveStaff): Promise<Acted> {
    return this.post(`staff/${id}/leave`, entry);
  }

  comeBack(id: string, revision: number): Promise<Acted> {
    return this.post(`staff/${id}/come-back`, { revision });
  }

  endMembership(id: string, from: string, revision: number): Promise<Acted> {
    return this.post(`memberships/${id}/end`, { from, revision });
  }

  withdrawMembership(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/memberships/${id}`, { params: { revision } }));
  }

  private post(path: string, body: object): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${path}`, body));
  }
}
