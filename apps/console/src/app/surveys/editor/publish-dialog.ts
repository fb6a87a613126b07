import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DialogFrame } from '../../ui/dialog/dialog-frame.js';
import type { FormChange } from './form-changes.js';

export interface Publishing {
  readonly n: number;
  readonly name: string;
  /** null: nothing was published before. */
  readonly changes: readonly FormChange[] | null;
  readonly before: number | null;
}

/** What a version cannot be taken back from: what changes for whoever is asked from now on. */
@Component({
  selector: 'fc-publish-dialog',
  imports: [DialogFrame],
  template: `
    <fc-dialog [heading]="t('surveys.publishing.heading', { n: of.n, name: of.name })">
      <div class="body">
        <p>{{ t('surveys.publishing.' + (of.before === null ? 'first' : 'next'), { before: of.before ?? 0 }) }}</p>
        @if (of.changes; as changes) {
          @if (changes.length > 0) {
            <h3>{{ t('surveys.publishing.changes', { count: changes.length }) }}</h3>
            <ul>
              @for (one of shown(); track $index) {
                <li>
                  <span class="pill">{{ t('surveys.change.' + one.change) }}</span>
                  <span>{{ said(one.text) || t('surveys.change.nothing-left') }}</span>
                </li>
              }
            </ul>
          } @else {
            <p class="quiet">{{ t('surveys.publishing.same') }}</p>
          }
        }
      </div>
      <ng-container ngProjectAs="[fcActions]">
        <button type="button" class="button" (click)="dialog.close(false)">{{ t('surveys.publishing.keep') }}</button>
        <button type="button" class="button primary" (click)="dialog.close(true)">
          {{ t('drafts.publish', { n: of.n }) }}
        </button>
      </ng-container>
    </fc-dialog>
  `,
  styles: `
    .body {
      display: grid;
      gap: 10px;
      padding: 14px 16px;
    }
    ul {
      display: grid;
      gap: 6px;
    }
    li {
      display: grid;
      grid-template-columns: 108px minmax(0, 1fr);
      gap: 8px;
      align-items: baseline;
    }
    .pill {
      justify-self: start;
    }
  `,
})
export class PublishDialog {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly of = inject<Publishing>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly shown = computed(() => this.of.changes ?? []);
}
