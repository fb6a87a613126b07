import { Component, inject, input } from '@angular/core';
import { EndForm } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

/** The last day on which somebody sees to the account. */
@Component({
  selector: 'fc-end-care-form',
  imports: [EndForm],
  template: `
    <fc-end-form
      [heading]="t('account.care.end-of', { name: name() })"
      [act]="t('account.care.end')"
      [note]="t('account.care.end-note')"
      [end]="end"
      (closed)="file.close()"
    />
  `,
})
export class EndCareForm {
  protected readonly t = injectTexts();
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  protected readonly file = inject(AccountFile);
  readonly careId = input.required<string>();
  readonly name = input.required<string>();

  protected readonly end = async (to: string): Promise<void> => {
    const acted = await this.client.endCare(this.file.id(), this.careId(), { to });
    this.toasts.show({
      ...{ text: 'account.care.ended', values: { name: this.name() } },
      ...this.file.takeBack('care', acted),
    });
    this.file.changed();
  };
}
