import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { injectTexts, Texts } from '../../../platform/i18n/texts.js';
import { TypeAhead } from '../../../ui/choice/type-ahead.js';
import { Field } from '../../../ui/field/field.js';
import { DeskClient } from '../../desk-client.js';
import { customersIn, suggestionOf } from '../customer.js';
import type { CustomerKind } from './merging-client.js';

const pauseMilliseconds = 120;

/** Finds the one that is the same though nothing tells: another account, or somebody else of the person's account. */
@Component({
  selector: 'fc-other-customer',
  imports: [Field, TypeAhead],
  template: `
    <fc-field [label]="t('desk.same.other-' + of().kind)" [hint]="t('desk.same.other-hint-' + of().kind)">
      <fc-type-ahead
        [suggestions]="suggestions()"
        [nothing]="search.error() ? t('desk.find-failed') : t('desk.find-nothing')"
        [busy]="search.isLoading()"
        (typed)="typed.set($event)"
        (pick)="pick.emit($event)"
      />
    </fc-field>
  `,
})
export class OtherCustomer {
  protected readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DeskClient);
  readonly of = input.required<{ readonly kind: CustomerKind; readonly id: string; readonly accountId: string }>();
  readonly pick = output<string>();

  protected readonly typed = signal('');
  protected readonly search = resource({
    params: () => (this.typed().trim() === '' ? undefined : { q: this.typed().trim() }),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      return abortSignal.aborted ? undefined : this.client.find(params.q);
    },
  });
  protected readonly suggestions = computed(() => {
    const { kind, id, accountId } = this.of();
    const found = this.search.hasValue() ? this.search.value() : undefined;
    if (!found) return [];
    const may =
      kind === 'account'
        ? { ...found, people: [] }
        : { ...found, accounts: [], people: found.people.filter(({ account }) => account.id === accountId) };
    return [...customersIn(may)]
      .filter(([one]) => one !== id)
      .map(([one, customer]) => suggestionOf(one, customer, this.locale()));
  });
}
