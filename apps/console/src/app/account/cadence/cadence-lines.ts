import { Component, inject } from '@angular/core';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { AccountFile } from '../account-file.js';
import { CadenceClient } from './cadence-client.js';
import { injectCadenceWords } from './cadence-words.js';

/** How often they are called, and why so: the account's own number, else that of its tier, else that of its class. */
@Component({
  selector: 'fc-cadence-lines',
  template: `
    @if (file.cadence.value(); as read) {
      @if (read.days; as days) {
        <span>{{ t('account.class.every', { count: days }) }}</span>
        <span class="small faint">{{ words.from(read) }}</span>
      }
      @if (read.own; as own) {
        @if (read.from !== 'account') {
          <span class="small quiet">{{ t('account.cadence.rests', { count: own.days }) }}</span>
        }
        @if (own.why) {
          <p class="well why">{{ own.why }}</p>
        }
        @if (words.without(read); as text) {
          <p class="small faint">{{ text }}</p>
        }
      }
      @if (file.mayDirect()) {
        <span class="acts">
          <button type="button" class="link-button small" (click)="file.task.set({ of: 'cadence', cadence: read })">
            {{ t(read.own ? 'account.cadence.change' : 'account.cadence.set') }}
          </button>
          @if (read.own) {
            <button type="button" class="link-button small" (click)="takeBack()">
              {{ t('account.cadence.take-back') }}
            </button>
          }
        </span>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 8px;
    }
    .acts {
      display: flex;
      gap: 12px;
    }
    .why,
    p {
      flex: 1 0 100%;
      overflow-wrap: anywhere;
    }
    .why {
      font-size: var(--fc-text-body);
      line-height: var(--fc-lead-body);
    }
  `,
})
export class CadenceLines {
  protected readonly t = injectTexts();
  protected readonly words = injectCadenceWords();
  private readonly nameOf = injectNameOf();
  private readonly client = inject(CadenceClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);

  protected async takeBack(): Promise<void> {
    const own = this.file.cadence.value()?.own;
    const account = this.file.account();
    if (!own || !account) return;
    const { changed } = this.file;
    const { days, why } = own;
    const again = () => this.faults.heed(this.client.set(account.id, { days, why, was: null })).then(changed);
    const told = () =>
      this.toasts.show({
        ...{ text: 'account.cadence.taken-back', values: { name: this.nameOf(account) } },
        undo: again,
      });
    await this.faults.heed(this.client.set(account.id, { days: null, why: '', was: days }).then(told));
    changed();
  }
}
