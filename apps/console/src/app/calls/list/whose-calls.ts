import { Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { CallsClient } from '../calls-client.js';

/** Whose calls one looks at: one's own, or those of somebody one leads. Nothing for who leads nobody. */
@Component({
  selector: 'fc-whose-calls',
  imports: [Field, PlainInput],
  template: `
    @if (leads()) {
      <fc-field [label]="t('calls.whose')">
        <select #box fcPlainInput (change)="look(box.value)">
          <option [value]="ownId()" [selected]="!staffId() || staffId() === ownId()">{{ t('calls.own') }}</option>
          @for (person of others(); track person.id) {
            <option [value]="person.id" [selected]="person.id === staffId()">{{ person.name }}</option>
          }
        </select>
      </fc-field>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    fc-field {
      padding: 12px 20px 0;
    }
  `,
})
export class WhoseCalls {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly client = inject(CallsClient);
  private readonly router = inject(Router);
  readonly staffId = input<string>();

  protected readonly ownId = computed(() => this.session.me()?.staffId ?? '');
  protected readonly leads = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));
  private readonly people = resource({
    params: () => (this.leads() ? true : undefined),
    loader: () => this.client.people(),
  });
  protected readonly others = computed(() =>
    (this.people.hasValue() ? this.people.value() : []).filter(({ id }) => id !== this.ownId()),
  );

  protected look(staffId: string): void {
    void this.router.navigate([], { queryParams: { staff: staffId } });
  }
}
