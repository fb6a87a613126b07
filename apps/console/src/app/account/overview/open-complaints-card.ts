import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

/** As many as one answer holds. */
const mostRead = 200;

/** What the account waits for. */
@Component({
  selector: 'fc-open-complaints-card',
  imports: [Icon, Load, Ready, RouterLink, Shape, Skeleton],
  template: `
    <section class="card" aria-labelledby="open-heading">
      <div class="card-head">
        <h2 id="open-heading">{{ t('account.open.heading') }}</h2>
        @if (open().length > 0) {
          <span class="small faint push-end">{{ format.count(open().length) }}</span>
        }
      </div>
      <fc-load [of]="complaints" [failed]="t('account.open.failed')">
        <ng-template fcShape>
          <div class="card-body"><fc-skeleton width="70%" /></div>
        </ng-template>
        <ng-template fcReady>
          <ul>
            @for (one of open(); track one.id) {
              <li>
                <fc-icon name="flag" />
                <div>
                  <a [routerLink]="['/complaints', one.id]"
                    ><b>{{ one.number }}</b></a
                  >
                  <span class="small quiet">{{ reasonOf(one) }}</span>
                </div>
                <time class="small faint" [attr.datetime]="one.at">{{ format.date(one.at) }}</time>
              </li>
            } @empty {
              <li class="none quiet">{{ t('account.open.none') }}</li>
            }
          </ul>
        </ng-template>
      </fc-load>
    </section>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 16px minmax(0, 1fr) auto;
      gap: 0 10px;
      padding: 9px 14px;
      border-top: 1px solid var(--fc-line);
    }
    li:first-child {
      border-top: 0;
    }
    li.none {
      display: block;
    }
    fc-icon {
      margin-top: 2px;
      color: var(--fc-text-3);
    }
    div > span {
      display: block;
    }
  `,
})
export class OpenComplaintsCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(AccountClient);
  private readonly file = inject(AccountFile);

  protected readonly complaints = kept(
    resource({
      params: () => ({ accountId: this.file.id(), version: this.file.version() }),
      loader: ({ params: { accountId } }) => this.client.timeLine({ accountId, kind: 'complaint', limit: mostRead }),
    }),
  );
  protected readonly open = computed(() => (this.complaints.value()?.entries ?? []).filter(({ isOpen }) => isOpen));

  protected reasonOf({ reason }: { reason: { nameEn: string; nameZh: string } | null }): string {
    if (!reason) return this.t('desk.no-reason');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }
}
