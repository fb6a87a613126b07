import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeDutySetting, DutySetting } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/duty-setting';

/** How long after they were due duties go up. */
@Service()
export class DutySettingClient {
  private readonly http = inject(HttpClient);

  read(): Promise<DutySetting> {
    return firstValueFrom(this.http.get<DutySetting>(base));
  }

  change(change: ChangeDutySetting): Promise<DutySetting> {
    return firstValueFrom(this.http.patch<DutySetting>(base, change));
  }
}
