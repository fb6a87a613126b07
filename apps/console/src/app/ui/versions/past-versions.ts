import { Component, inject, input } from '@angular/core';
import type { ContactRevisions } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';

/** What a contact was before each correction: who changed what, when and why, the last first. */
@Component({
  selector: 'fc-contact-history',
  template: `
    @if (past().revisions.length > 0) {
      <section [attr.aria-label]="t('contacts.history')">
        <h3>{{ t('contacts.history') }}</h3>
        @for (one of past().revisions; track one.revision) {
          <div class="one">
            <p>
              <b>{{ one.by ?? t('contacts.program') }}</b>
              <span class="small quiet"> {{ format.dayTime(one.at) }}</span>
            </p>
            <p class="small quiet">{{ one.why }}</p>
            <dl class="facts small">
              @for (change of one.changes; track change.field) {
                <dt>{{ fieldOf(change.field) }}</dt>
                <dd>
                  <del>{{ textOf(change.before) }}</del> → {{ textOf(change.after) }}
                </dd>
              }
            </dl>
          </div>
        }
      </section>
    }
  `,
  styles: `
    section {
      border-top: 1px solid var(--fc-line);
      padding: 12px 14px;
    }
    .one {
      display: grid;
      gap: 4px;
      padding: 8px 0;
    }
    dd {
      overflow-wrap: anywhere;
    }
    del {
      color: var(--fc-text-3);
    }
  `,
})
export class ContactHistory {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  readonly past = input.required<ContactRevisions>();

  protected fieldOf(field: string): string {
    const key = `contacts.field.${field}`;
    return this.texts.has(key) ? this.t(key) : field;
  }

  protected textOf(value: unknown): string {
    if (value === null || value === '') return '–';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return this.format.dateTime(text);
    return this.past().names[text] ?? text;
  }
}
