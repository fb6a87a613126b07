import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeSetUp, SetUp } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/set-up';

/** How far the company is with its first steps. */
@Service()
export class FirstStepsClient {
  private readonly http = inject(HttpClient);

  read(): Promise<SetUp> {
    return firstValueFrom(this.http.get<SetUp>(base));
  }

  change(changes: ChangeSetUp): Promise<SetUp> {
    return firstValueFrom(this.http.patch<SetUp>(base, changes));
  }
}
