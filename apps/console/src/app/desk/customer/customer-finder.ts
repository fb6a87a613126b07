import { Component, computed, inject, input, linkedSignal, output, resource, signal, viewChild } from '@angular/core';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { type Customer, customersIn, suggestionOf } from './customer.js';
import { DeskClient } from '../desk-client.js';

/** A short pause: not every letter is a question. */
const pauseMilliseconds = 120;

/** Finds who one speaks with by a part of the name, the number or the telephone number. */
@Component({
  selector: 'fc-customer-finder',
  imports: [Field, KeyCaps, TypeAhead],
  template: `
    <fc-field [label]="t('desk.find')" press="l" optional [error]="error()">
      <fc-type-ahead
        [suggestions]="suggestions()"
        [nothing]="search.error() ? t('desk.find-failed') : t('desk.find-nothing')"
        [busy]="search.isLoading()"
        (typed)="typed.set($event)"
        (pick)="choose($event)"
      />
    </fc-field>
    <button type="button" class="link-button small" (click)="unknown.emit()">
      {{ t('desk.new-customer') }}<fc-key-caps press="Alt+u" />
    </button>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 6px;
    }
    fc-field {
      justify-self: stretch;
    }
    .link-button {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
  `,
})
export class CustomerFinder {
  protected readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DeskClient);
  private readonly box = viewChild.required(TypeAhead);
  readonly error = input<string>();
  readonly pick = output<Customer>();
  /** Nobody knows them yet. */
  readonly unknown = output();

  protected readonly typed = signal('');
  protected readonly search = resource({
    params: () => (this.typed().trim() === '' ? undefined : { q: this.typed().trim() }),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      return abortSignal.aborted ? new Map<string, Customer>() : customersIn(await this.client.find(params.q));
    },
  });
  /** What was found last stays while the next is looked for. */
  private readonly found = linkedSignal<
    { came: Map<string, Customer> | undefined; isEmpty: boolean },
    ReadonlyMap<string, Customer>
  >({
    source: () => ({
      came: this.search.hasValue() ? this.search.value() : undefined,
      isEmpty: this.typed().trim() === '',
    }),
    computation: ({ came, isEmpty }, before) => (isEmpty ? new Map() : (came ?? before?.value ?? new Map())),
  });
  protected readonly suggestions = computed(() =>
    [...this.found()].map(([id, customer]) => suggestionOf(id, customer, this.locale())),
  );

  /** Nothing is typed: a key to undo means what was saved, not what was typed. */
  readonly isEmpty = computed(() => this.typed() === '');

  focus(): void {
    this.box().focus();
  }

  protected choose(id: string): void {
    const customer = this.found().get(id);
    this.typed.set('');
    if (customer) this.pick.emit(customer);
  }
}
