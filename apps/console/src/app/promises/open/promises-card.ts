import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { openPromises } from './open-promises.js';
import { PromiseItems } from './promise-items.js';

/** What an account was promised and waits for, in brief, with a way to all of it. */
@Component({
  selector: 'fc-promises-card',
  imports: [Load, PromiseItems, Ready, RouterLink, Shape, Skeleton],
  template: `
    @if (!isShy() || promises().length > 0) {
      <section class="card" aria-labelledby="promises-heading">
        <div class="card-head">
          <h2 id="promises-heading">{{ t('promises.card.heading') }}</h2>
          @if (promises().length > 0) {
            <span class="small faint">{{ format.count(promises().length) }}{{ read()?.isMore ? '+' : '' }}</span>
          }
          <a
            class="small push-end"
            routerLink="/promises"
            [queryParams]="{ of: 'account', accountId: accountId() }"
            [attr.aria-label]="t('promises.card.all-of')"
            >{{ t('promises.card.all') }}</a
          >
        </div>
        <fc-load [of]="found" [failed]="t('promises.card.failed')">
          <ng-template fcShape>
            <div class="card-body"><fc-skeleton width="70%" /></div>
          </ng-template>
          <ng-template fcReady>
            <fc-promise-items [promises]="promises()" />
            @if (promises().length === 0) {
              <p class="none quiet">{{ t('promises.card.none') }}</p>
            }
          </ng-template>
        </fc-load>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .none {
      padding: 9px 14px;
    }
  `,
})
export class PromisesCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly accountId = input.required<string>();
  /** Changes when something was promised or kept meanwhile. */
  readonly version = input(0);
  /** Not there at all while nothing is open. */
  readonly isShy = input(false, { alias: 'shy', transform: booleanAttribute });
  protected readonly found = openPromises(this.accountId, () => this.version());
  /** The one before stays out of sight while another comes. */
  protected readonly read = computed(() => {
    const read = this.found.value();
    return read?.accountId === this.accountId() ? read : undefined;
  });
  protected readonly promises = computed(() => this.read()?.promises ?? []);
}
