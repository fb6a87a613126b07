import { Component, computed, inject, linkedSignal, model, resource, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { injectTexts } from '../platform/i18n/texts.js';
import { TypeAhead } from '../ui/choice/type-ahead.js';
import { ComplaintSource } from '../ui/find/complaint-source.js';
import { CustomerSource } from '../ui/find/customer-source.js';
import type { FindHit } from '../ui/find/find-source.js';

const pauseMilliseconds = 150;

/** Finds an account, a person or a complaint. Stands in an `fc-field`; its value is "account:" and the id, or empty. */
@Component({
  selector: 'fc-about-picker',
  imports: [TypeAhead],
  template: `<fc-type-ahead
    [suggestions]="hits()"
    [picked]="picked()?.label ?? ''"
    [nothing]="t(found.error() ? 'find.failed' : 'my-day.about-nothing')"
    [busy]="found.isLoading()"
    (typed)="type($event)"
    (pick)="choose($event)"
  />`,
})
export class AboutPicker implements FormValueControl<string> {
  protected readonly t = injectTexts();
  private readonly customers = inject(CustomerSource);
  private readonly complaints = inject(ComplaintSource);
  readonly value = model('');

  private readonly typed = signal('');
  protected readonly found = resource({
    params: () => this.typed() || undefined,
    loader: async ({ params: typed, abortSignal }): Promise<FindHit[]> => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      if (abortSignal.aborted) return [];
      const found = await Promise.all([
        this.customers.customers(typed, abortSignal),
        this.complaints.find(typed, abortSignal),
      ]);
      return found.flat();
    },
  });
  /** What was found last stays while the next is looked for. */
  private readonly last = linkedSignal<FindHit[] | undefined, readonly FindHit[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (came, before) => came ?? before?.value ?? [],
  });
  /** Where they lead from the palette is of no use here. */
  protected readonly hits = computed(() =>
    this.typed() === '' ? [] : this.last().map(({ id, icon, label, note = '' }) => ({ id, icon, label, note })),
  );
  protected readonly picked = signal<Pick<FindHit, 'id' | 'label'> | null>(null);

  protected type(text: string): void {
    this.typed.set(text.trim());
    if (this.typed() === '') this.take(null);
  }

  protected choose(id: string): void {
    this.take(this.hits().find((hit) => hit.id === id) ?? null);
  }

  private take(hit: Pick<FindHit, 'id' | 'label'> | null): void {
    this.picked.set(hit);
    this.value.set(hit?.id ?? '');
  }
}
