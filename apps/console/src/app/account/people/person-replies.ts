import { Component, computed, inject, input, resource } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { ReplyList } from '../overview/reply-list.js';

/** What somebody at the account answered about the relationship, of the account's last replies; nothing where none is. */
@Component({
  selector: 'fc-person-replies',
  imports: [Load, Ready, ReplyList, Shape, Skeleton],
  template: `
    <fc-load [of]="surveys" [failed]="t('account.gaps.failed')">
      <ng-template fcShape><fc-skeleton width="70%" /></ng-template>
      <ng-template fcReady>
        @if (replies().length > 0) {
          <details>
            <summary>{{ t('account.gaps.replies', { count: replies().length }) }}</summary>
            <fc-reply-list [replies]="replies()" [isOfOne]="true" />
          </details>
        }
      </ng-template>
    </fc-load>
  `,
  styles: `
    /* Without replies it takes no room. */
    :host,
    fc-load {
      display: contents;
    }
  `,
})
export class PersonReplies {
  protected readonly t = injectTexts();
  private readonly client = inject(AccountClient);
  private readonly file = inject(AccountFile);
  readonly personId = input.required<string>();

  protected readonly surveys = kept(
    resource({
      params: () => ({ id: this.file.id(), version: this.file.version() }),
      loader: ({ params: { id } }) => this.client.surveys(id),
    }),
  );
  protected readonly replies = computed(() =>
    (this.surveys.value()?.replies ?? []).filter(({ person }) => person?.id === this.personId()),
  );
}
