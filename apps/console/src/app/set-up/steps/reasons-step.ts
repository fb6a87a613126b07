import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Undoable } from '../../organisation/index.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { SetUpClient } from '../set-up-client.js';

interface Names {
  readonly nameEn: string;
  readonly nameZh: string;
}

/** Reasons from a ready-made set of a trade: chosen, and each kind that answers given a department of one's own. */
@Component({
  selector: 'fc-reasons-step',
  imports: [CardForm, Field, Load, PlainInput, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './reasons-step.html',
  styleUrl: './step.css',
})
export class ReasonsStep {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  private readonly undoable = inject(Undoable);
  private readonly locale = inject(Locale).name;
  readonly changed = input.required<() => void>();

  protected readonly known = kept(resource({ loader: () => this.client.trades() }));
  private readonly structure = kept(resource({ loader: () => this.client.structure() }));
  protected readonly trades = computed(() => this.known.value()?.trades ?? []);
  protected readonly tradeId = signal('');
  protected readonly trade = computed(() => this.trades().find(({ id }) => id === this.tradeId()));
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  private readonly keys = computed(() => this.trade()?.groups.flatMap(({ reasons }) => reasons) ?? []);
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => new Set(this.keys().map(({ key }) => key)));
  /** Which department answers for a kind; none is opened under the kind's name. */
  protected readonly answers = linkedSignal<ReadonlyMap<string, string>>(() => {
    const departments = this.departments();
    const isNamed = (name: string) => (one: { name: string; nameZh: string | null }) =>
      one.name.toLowerCase() === name.toLowerCase() || one.nameZh === name;
    return new Map(
      (this.trade()?.kinds ?? []).map(({ kind, nameEn, nameZh }) => [
        kind,
        (departments.find(isNamed(nameEn)) ?? departments.find(isNamed(nameZh)))?.id ?? '',
      ]),
    );
  });
  protected readonly needed = computed(() => {
    const kinds = new Set<string>();
    for (const { kind, reasons } of this.trade()?.groups ?? []) {
      const taken = reasons.filter(({ key }) => this.chosen().has(key));
      for (const used of taken.length > 0 ? [kind, ...taken.map((one) => one.kind)] : []) kinds.add(used);
    }
    return (this.trade()?.kinds ?? []).filter(({ kind }) => kinds.has(kind));
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly isSending = signal(false);

  protected nameOf({ nameEn, nameZh }: Names): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }

  protected unitName({ name, nameZh }: { name: string; nameZh: string | null }): string {
    return (this.locale() === 'zh' && nameZh) || name;
  }

  protected toggle(key: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(key)) chosen.add(key);
    this.chosen.set(chosen);
  }

  protected answer(kind: string, departmentId: string): void {
    this.answers.set(new Map(this.answers()).set(kind, departmentId));
  }

  protected async send(): Promise<void> {
    const trade = this.tradeId();
    const chosen = [...this.chosen()];
    if (trade === '' || chosen.length === 0 || this.isSending()) return;
    this.failure.set(null);
    this.isSending.set(true);
    try {
      const departments = this.needed().map(({ kind }) => ({ kind, departmentId: this.answers().get(kind) || null }));
      const acting = this.client.addReasons({ trade, chosen, departments });
      await this.undoable.does(acting, 'set-up.done.reasons', { count: chosen.length }, this.changed());
      this.structure.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
