import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeRecoverySetting, RecoverySetting, SetSurveyCadence, SurveyCadence } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** How often key accounts are asked, and which answers are low. */
@Service()
export class FurtherRulesClient {
  private readonly http = inject(HttpClient);

  cadence(): Promise<SurveyCadence> {
    return firstValueFrom(this.http.get<SurveyCadence>('/api/survey-cadence'));
  }

  setCadence(told: SetSurveyCadence): Promise<SurveyCadence> {
    return firstValueFrom(this.http.put<SurveyCadence>('/api/survey-cadence', told));
  }

  low(): Promise<RecoverySetting> {
    return firstValueFrom(this.http.get<RecoverySetting>('/api/recovery-setting'));
  }

  setLow(told: ChangeRecoverySetting): Promise<RecoverySetting> {
    return firstValueFrom(this.http.put<RecoverySetting>('/api/recovery-setting', told));
  }
}
