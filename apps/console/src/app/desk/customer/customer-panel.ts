import {
  afterNextRender,
  Component,
  DestroyRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { PersonBrief } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { DeskClient } from '../desk-client.js';
import { CallerChoice } from './caller-choice.js';
import { CustomerCard } from './customer-card.js';
import { CustomerFinder } from './customer-finder.js';
import type { Customer, CustomerIds } from './customer.js';
import { NewCustomer } from './new-customer.js';
import { SameCustomers } from './same/same-customers.js';

/** Who it is: found, one of several with the number, or new. */
@Component({
  selector: 'fc-customer-panel',
  imports: [CallerChoice, CustomerCard, CustomerFinder, NewCustomer, SameCustomers],
  template: `
    <fc-customer-finder [error]="error()" (pick)="choose($event)" (unknown)="openNew()" />
    @if (callers().length > 0 && !customer()) {
      <fc-caller-choice [people]="callers()" (pick)="choose($event)" />
    }
    @if (isNew()) {
      <fc-new-customer [phone]="phone()" (made)="choose($event)" (closed)="closeNew()" />
    } @else if (customer(); as one) {
      <fc-customer-card [customer]="one" (remove)="pick.emit(null)" />
      <fc-same-customers [customer]="one" (renewed)="renew($event)" />
    } @else if (callers().length === 0) {
      <p class="quiet">{{ t('desk.nobody') }}</p>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class CustomerPanel {
  protected readonly t = injectTexts();
  private readonly injector = inject(Injector);
  private readonly ending = inject(DestroyRef);
  private readonly client = inject(DeskClient);
  private readonly faults = inject(Faults);
  private readonly finder = viewChild.required(CustomerFinder);
  private readonly newCustomer = viewChild(NewCustomer);
  private readonly card = viewChild(CustomerCard);
  readonly customer = input.required<Customer | null>();
  /** The number they call from. */
  readonly phone = input.required<string>();
  readonly error = input<string>();
  readonly pick = output<Customer | null>();
  /** The same customer under another record: merged, or parted again. */
  readonly renewed = output<Customer>();
  /** Who has the number that calls, where it is several. */
  protected readonly callers = signal<readonly PersonBrief[]>([]);
  protected readonly isNew = signal(false);

  focus(): void {
    this.finder().focus();
  }

  /** Nothing is typed: a key to undo means what was saved. */
  isEmpty(): boolean {
    return this.finder().isEmpty();
  }

  openNew(): void {
    this.isNew.set(true);
    afterNextRender(() => this.newCustomer()?.focus(), { injector: this.injector });
  }

  /** Several have the number: which one is it? Nobody has it: who is it? */
  ask(people: readonly PersonBrief[]): void {
    this.callers.set(people);
    if (people.length === 0) this.openNew();
    else this.focus();
  }

  clear(): void {
    this.callers.set([]);
    this.isNew.set(false);
  }

  protected choose(customer: Customer): void {
    this.clear();
    this.pick.emit(customer);
  }

  protected renew({ accountId, personId }: CustomerIds): Promise<void> {
    const before = this.customer();
    const read = this.client.customer(accountId, personId ?? undefined).then((customer) => {
      if (!customer || this.ending.destroyed || this.customer() !== before) return;
      this.renewed.emit(customer);
      // What was pressed for it is gone.
      afterNextRender(() => this.card()?.focus(), { injector: this.injector });
    });
    return this.faults.heed(read);
  }

  protected closeNew(): void {
    this.isNew.set(false);
    this.focus();
  }
}
