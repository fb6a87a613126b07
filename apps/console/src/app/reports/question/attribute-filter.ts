import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { AttributeInUse } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type Suggestion, TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { KeyTexts } from '../key-texts.js';
import { attributeOfScope, namedLike } from './attributes.js';

/** Narrows to one value of an imported attribute: first its name, then the value. Without a part: to add one. */
@Component({
  selector: 'fc-attribute-filter',
  imports: [Field, Inside, PopoverChip, TypeAhead],
  template: `
    <fc-popover-chip
      [name]="given()?.name ?? t('reports.attribute-filter')"
      [word]="word()"
      [icon]="part() === undefined ? 'plus' : undefined"
    >
      <ng-template fcInside>
        @if (part() === undefined) {
          <fc-field [label]="t('reports.attribute-of')">
            <fc-type-ahead
              [suggestions]="names()"
              [picked]="name() ?? ''"
              [nothing]="t('reports.no-attribute')"
              (typed)="typed.set($event)"
              (pick)="takeName($event)"
            />
          </fc-field>
        }
        @if (name(); as one) {
          <fc-field [label]="t('reports.attribute-value', { name: one })">
            <fc-type-ahead
              [suggestions]="values()"
              [picked]="word()"
              (typed)="typedValue.set($event)"
              (pick)="takeValue($event)"
            />
          </fc-field>
        }
        <ul>
          @for (one of name() === null ? names() : values(); track one.id) {
            <li>
              <button type="button" class="menu-item" (click)="name() === null ? takeName(one.id) : takeValue(one.id)">
                {{ one.label }}
              </button>
            </li>
          } @empty {
            @if (name() === null) {
              <li class="small quiet">{{ t('reports.no-attribute') }}</li>
            }
          }
          @if (part() !== undefined) {
            <li>
              <button type="button" class="menu-item" (click)="take(null)">{{ t('reports.remove-filter') }}</button>
            </li>
          }
        </ul>
      </ng-template>
    </fc-popover-chip>
  `,
})
export class AttributeFilter {
  protected readonly t = injectTexts();
  private readonly keys = inject(KeyTexts);
  private readonly chip = viewChild.required(PopoverChip);
  /** "attribute:product:Router" */
  readonly part = input<string>();
  readonly attributes = input.required<readonly AttributeInUse[]>();
  /** The part of the scope; null: none any more. */
  readonly chosen = output<string | null>();

  protected readonly given = computed(() => attributeOfScope(this.part() ?? ''));
  protected readonly name = linkedSignal(() => this.given()?.name ?? null);
  protected readonly word = computed(() => this.wordOf(this.given()?.value ?? ''));
  protected readonly typed = signal('');
  protected readonly typedValue = signal('');

  protected readonly names = computed((): Suggestion[] =>
    namedLike(this.attributes(), this.typed()).map(({ name }) => ({ id: name, label: name })),
  );
  /** The most frequent ones, and what was typed: not every value is listed. */
  protected readonly values = computed((): Suggestion[] => {
    const typed = this.typedValue().trim();
    const known = this.attributes().find(({ name }) => name === this.name())?.values ?? [];
    const found = known
      .map((value) => ({ id: value, label: this.wordOf(value) }))
      .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
    const isListed = typed === '' || found.some(({ id, label }) => id === typed || label === typed);
    return isListed ? found : [...found, { id: typed, label: typed }];
  });

  private wordOf(value: string): string {
    return value === '' ? '' : this.keys.name('attribute:', value, null);
  }

  protected takeName(name: string): void {
    this.typed.set('');
    this.name.set(name);
  }

  protected takeValue(value: string): void {
    this.take(`attribute:${this.name() ?? ''}:${value.slice(0, 120)}`);
  }

  protected take(part: string | null): void {
    this.typedValue.set('');
    this.chip().close();
    if (this.part() === undefined) this.name.set(null);
    this.chosen.emit(part);
  }
}
