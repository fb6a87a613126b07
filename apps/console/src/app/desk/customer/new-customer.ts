import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import type { PersonBrief, Problem } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { problemOf, ProblemError } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { type Customer, customerOf } from './customer.js';
import { DeskClient } from '../desk-client.js';

const pauseMilliseconds = 250;

/** A caller nobody knows yet: name, company and number in one line; Enter makes them. Those who may be the same are told. */
@Component({
  selector: 'fc-new-customer',
  imports: [Field, Icon, KeyCaps, PlainInput],
  templateUrl: './new-customer.html',
  styleUrl: './new-customer.css',
  host: { '(keydown)': 'press($event)' },
})
export class NewCustomer {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(DeskClient);
  private readonly problems = inject(ProblemTexts);
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('person');
  /** The number they call from. */
  readonly phone = input('');
  readonly made = output<Customer>();
  readonly closed = output();

  protected readonly typed = linkedSignal(() => ({ person: '', company: '', phone: this.phone() }));
  /** An account that is there, in place of a new company. */
  protected readonly account = signal<{ id: string; name: string } | null>(null);
  protected readonly isSending = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    return problem && !problem.fields?.length ? this.problems.sentence(new ProblemError(problem)) : '';
  });
  private key = uuid();

  private readonly similar = resource({
    params: () => {
      const { person, company, phone } = this.typed();
      const like = { person: person.trim(), company: this.account() ? '' : company.trim(), phone: phone.trim() };
      return like.company || like.phone ? like : undefined;
    },
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      return abortSignal.aborted ? { accounts: [], people: [] } : this.client.similar(params);
    },
  });
  private readonly found = computed(() =>
    this.similar.hasValue() ? this.similar.value() : { accounts: [], people: [] },
  );
  protected readonly people = computed(() => this.found().people.slice(0, 3));
  protected readonly accounts = computed(() => this.found().accounts.slice(0, 3));

  focus(): void {
    this.first().nativeElement.focus();
  }

  protected type(changes: Partial<{ person: string; company: string; phone: string }>): void {
    this.typed.update((typed) => ({ ...typed, ...changes }));
    if (changes.company !== undefined) this.account.set(null);
    this.problem.set(null);
    this.key = uuid();
  }

  protected faultOf(path: string): string | undefined {
    const problem = this.problem();
    return (problem && this.problems.ofField(problem, path)) ?? undefined;
  }

  protected usePerson(person: PersonBrief): void {
    this.made.emit(customerOf(person));
  }

  protected useAccount({ id, name, nameZh }: { id: string; name: string; nameZh: string | null }): void {
    const shown = this.nameOf({ name, nameZh });
    this.account.set({ id, name: shown });
    this.typed.update((typed) => ({ ...typed, company: shown }));
    this.key = uuid();
    this.focus();
  }

  protected press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.closed.emit();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) void this.make();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected async make(): Promise<void> {
    if (this.isSending()) return;
    const { person, company, phone } = this.typed();
    this.isSending.set(true);
    try {
      const account = this.account();
      const customer = { person: person.trim(), company: account ? '' : company.trim(), phone: phone.trim() };
      this.made.emit(
        customerOf(await this.client.createCustomer({ ...customer, accountId: account?.id ?? null }, this.key)),
      );
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
