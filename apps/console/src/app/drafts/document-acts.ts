import { Component, computed, input, output } from '@angular/core';
import { injectSaid } from '../platform/i18n/said.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { ListedDocument } from './document-list.js';

/** What is done to a document in its row: copied, taken out of use, taken back. */
@Component({
  selector: 'fc-document-acts',
  template: `
    <span class="row end">
      <button
        type="button"
        class="button small only-wide"
        [attr.aria-label]="t('drafts.copy-named', { name: name() })"
        (click)="copied.emit()"
      >
        {{ t('drafts.copy') }}
      </button>
      @if (mayArchive()) {
        <button
          type="button"
          class="button small"
          [attr.aria-label]="t('drafts.' + act() + '-named', { name: name() })"
          (click)="archived.emit()"
        >
          {{ t('drafts.' + act()) }}
        </button>
      }
    </span>
  `,
  styles: `
    .end {
      justify-content: end;
    }
  `,
})
export class DocumentActs {
  protected readonly t = injectTexts();
  private readonly said = injectSaid();
  readonly of = input.required<ListedDocument>();
  readonly mayArchive = input(true);
  readonly copied = output();
  readonly archived = output();

  protected readonly name = computed(() => this.said(this.of().name));
  protected readonly act = computed(() => (this.of().isArchived ? 'take-back' : 'archive'));
}
