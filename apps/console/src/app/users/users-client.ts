import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeUser,
  EndRole,
  GiveRole,
  HandedLink,
  InvitedUser,
  InviteUser,
  UserEntry,
  UserFile,
  UserPage,
  UserQuery,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/users';

/** Who may sign in, and as what. */
@Service()
export class UsersClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<UserQuery>): Promise<UserPage> {
    return firstValueFrom(this.http.get<UserPage>(base, { params: { ...query } }));
  }

  file(id: string): Promise<UserFile> {
    return firstValueFrom(this.http.get<UserFile>(`${base}/${id}`));
  }

  invite(entry: InviteUser): Promise<InvitedUser> {
    return firstValueFrom(this.http.post<InvitedUser>(base, entry));
  }

  /** An invitation for those who never came in, a reset for all others. */
  makeLink(id: string): Promise<HandedLink> {
    return firstValueFrom(this.http.post<HandedLink>(`${base}/${id}/link`, {}));
  }

  changeEmail(id: string, entry: ChangeUser): Promise<UserEntry> {
    return firstValueFrom(this.http.patch<UserEntry>(`${base}/${id}`, entry));
  }

  giveRole(id: string, entry: GiveRole): Promise<UserEntry> {
    return this.post(`${id}/roles`, entry);
  }

  endRole(id: string, roleId: string, entry: EndRole): Promise<UserEntry> {
    return this.post(`${id}/roles/${roleId}/end`, entry);
  }

  disable(id: string): Promise<UserEntry> {
    return this.post(`${id}/disable`, {});
  }

  enable(id: string): Promise<UserEntry> {
    return this.post(`${id}/enable`, {});
  }

  signOut(id: string): Promise<UserEntry> {
    return this.post(`${id}/sign-out`, {});
  }

  private post(path: string, body: object): Promise<UserEntry> {
    return firstValueFrom(this.http.post<UserEntry>(`${base}/${path}`, body));
  }
}
