import { Component, computed, input, model, output, signal, viewChild } from '@angular/core';
import type { AttributeInUse } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type Suggestion, TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { namedLike } from './attributes.js';

/** Which imported attribute a metric is of, found by typing its name. */
@Component({
  selector: 'fc-attribute-chip',
  imports: [Field, Inside, PopoverChip, TypeAhead],
  template: `
    <fc-popover-chip [name]="t('reports.attribute-of')" [word]="value() ?? t('reports.which')" [(open)]="isOpen">
      <ng-template fcInside>
        <fc-field [label]="t('reports.attribute-of')" [hint]="t('reports.attribute-of-hint')">
          <fc-type-ahead
            [suggestions]="suggestions()"
            [picked]="value() ?? ''"
            [nothing]="t('reports.no-attribute')"
            (typed)="typed.set($event)"
            (pick)="choose($event)"
          />
        </fc-field>
        <ul>
          @for (one of suggestions(); track one.id) {
            <li>
              <button type="button" class="menu-item" (click)="choose(one.id)">{{ one.label }}</button>
            </li>
          } @empty {
            <li class="small quiet">{{ t('reports.no-attribute') }}</li>
          }
        </ul>
      </ng-template>
    </fc-popover-chip>
  `,
})
export class AttributeChip {
  protected readonly t = injectTexts();
  private readonly chip = viewChild.required(PopoverChip);
  readonly value = input<string>();
  readonly attributes = input.required<readonly AttributeInUse[]>();
  readonly isOpen = model(false, { alias: 'open' });
  readonly chosen = output<string>();

  protected readonly typed = signal('');
  protected readonly suggestions = computed((): Suggestion[] =>
    namedLike(this.attributes(), this.typed()).map(({ name }) => ({ id: name, label: name })),
  );

  protected choose(name: string): void {
    this.typed.set('');
    this.chip().close();
    this.chosen.emit(name);
  }
}
