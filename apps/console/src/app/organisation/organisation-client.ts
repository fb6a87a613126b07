import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Acted,
  AppointLeader,
  ChangeOrganisation,
  CloseTeam,
  Effects,
  EffectsQuery,
  OpenDepartment,
  OpenTeam,
  RenameUnit,
  Structure,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/organisation';

export type UnitKind = 'departments' | 'teams';

/** Departments, teams and who leads them, and the undoing of any act on the organisation. */
@Service()
export class OrganisationClient {
  private readonly http = inject(HttpClient);

  structure(query: { on?: string; closed?: 'yes' | 'no' } = {}): Promise<Structure> {
    return firstValueFrom(this.http.get<Structure>(base, { params: query }));
  }

  changeSettings(entry: ChangeOrganisation): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(base, entry));
  }

  /** What was recorded since a day and would keep its attribution. */
  effects(query: EffectsQuery): Promise<Effects> {
    return firstValueFrom(this.http.get<Effects>(`${base}/effects`, { params: query }));
  }

  openDepartment(entry: OpenDepartment): Promise<Acted> {
    return this.post('departments', entry);
  }

  openTeam(entry: OpenTeam): Promise<Acted> {
    return this.post('teams', entry);
  }

  rename(kind: UnitKind, id: string, entry: RenameUnit): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(`${base}/${kind}/${id}`, entry));
  }

  close(kind: UnitKind, id: string, { membersTo, ...entry }: CloseTeam): Promise<Acted> {
    return this.post(`${kind}/${id}/close`, kind === 'teams' ? { ...entry, membersTo } : entry);
  }

  reopen(kind: UnitKind, id: string, revision: number): Promise<Acted> {
    return this.post(`${kind}/${id}/reopen`, { revision });
  }

  appoint(kind: UnitKind, id: string, entry: AppointLeader): Promise<Acted> {
    return this.post(`${kind}/${id}/leaders`, entry);
  }

  endLeader(id: string, from: string, revision: number): Promise<Acted> {
    return this.post(`leaders/${id}/end`, { from, revision });
  }

  withdrawLeader(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/leaders/${id}`, { params: { revision } }));
  }

  undo(act: string): Promise<Acted> {
    return this.post(`acts/${act}/undo`, {});
  }

  private post(path: string, body: object): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${path}`, body));
  }
}
