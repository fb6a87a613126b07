import { Component, inject } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { AccountFile } from '../account-file.js';
import { injectCountryName } from '../hours/country-names.js';
import { HoursWords } from '../hours/hours-words.js';

/** When they may be called, and whose holidays they keep. */
@Component({
  selector: 'fc-terms-card',
  template: `
    @if (file.account(); as one) {
      <section class="card" aria-labelledby="terms-heading">
        <div class="card-head">
          <h2 id="terms-heading">{{ t('account.terms.heading') }}</h2>
          @if (file.mayDirect()) {
            <button type="button" class="button small quiet push-end" (click)="file.task.set({ of: 'terms' })">
              {{ t('account.change') }}
            </button>
          }
        </div>
        <dl class="facts card-body">
          <dt>{{ t('account.terms.hours') }}</dt>
          <dd>{{ one.callingWeek ? words.week(one.callingWeek) : t('account.terms.hours-ours') }}</dd>
          <dt>{{ t('account.terms.zone') }}</dt>
          <dd>
            {{ one.zone ? words.zone(one.zone) : t('account.terms.zone-ours') }}
            @if (words.there(one.zone); as now) {
              <span class="faint">{{ now }}</span>
            }
          </dd>
          <dt>{{ t('account.terms.holidays') }}</dt>
          <dd>
            {{ one.country ? countryName()(one.country) : t('account.terms.holidays-ours') }}
            @if (one.region) {
              <span class="faint">{{ one.region }}</span>
            }
          </dd>
          <dt>{{ t('account.terms.tier') }}</dt>
          <dd [class.faint]="!one.tier">{{ one.tier ?? t('account.terms.no-tier') }}</dd>
        </dl>
      </section>
    }
  `,
  styles: `
    .facts {
      grid-template-columns: 88px minmax(0, 1fr);
    }
  `,
})
export class TermsCard {
  protected readonly t = injectTexts();
  protected readonly words = inject(HoursWords);
  protected readonly countryName = injectCountryName();
  protected readonly file = inject(AccountFile);
}
