import { Component, input, output } from '@angular/core';
import type { PersonBrief } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { type Customer, customerOf } from './customer.js';

/** Several people have the number that calls: which of them is it? */
@Component({
  selector: 'fc-caller-choice',
  imports: [KeyCaps],
  template: `
    <section class="card" [attr.aria-label]="t('desk.which')">
      <div class="card-head">
        <h2>{{ t('desk.which') }}</h2>
      </div>
      <div class="people">
        @for (person of people(); track person.id; let place = $index) {
          <button type="button" class="button small" (click)="pick.emit(customerOf(person))">
            <fc-key-caps [press]="'' + (place + 1)" />
            <span class="clip">{{ nameOf(person) }}{{ t('ui.list-comma') }}{{ nameOf(person.account) }}</span>
          </button>
        }
      </div>
    </section>
  `,
  host: { '(keydown)': 'press($event)' },
  styles: `
    .people {
      display: grid;
      gap: 6px;
      padding: 10px 14px;
    }
    .button {
      justify-content: flex-start;
      min-width: 0;
    }
  `,
})
export class CallerChoice {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  readonly people = input.required<readonly PersonBrief[]>();
  readonly pick = output<Customer>();
  protected readonly customerOf = customerOf;

  /** By its digit, from wherever no text is typed. */
  pickNth(nth: number): boolean {
    const person = this.people()[nth - 1];
    if (person) this.pick.emit(customerOf(person));
    return person !== undefined;
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.pickNth(Number(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
