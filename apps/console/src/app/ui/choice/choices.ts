import { booleanAttribute, Component, type ElementRef, input, model, viewChild } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../keys/key-caps.js';
import { Glyph } from '../state/glyph.js';
import type { Option } from './segment.js';

export interface KeyedOption<T extends string = string> extends Option<T> {
  /** The letter or digit that picks it while the group has the focus; printed beside it. */
  press?: string;
  /** What is printed in its place: a binding that picks it from anywhere. */
  printed?: string;
}

let count = 0;

/** Up to five answers to a question of a form, as buttons with their keys. Takes `[formField]`. */
@Component({
  selector: 'fc-choices',
  imports: [Glyph, KeyCaps],
  template: `
    <fieldset #group (keydown)="pick($event)" [attr.aria-describedby]="error() ? name + '-error' : null">
      <legend>
        {{ label() }}
        @if (isOptional()) {
          <span class="optional">{{ t('ui.optional') }}</span>
        }
      </legend>
      @if (error(); as text) {
        <p class="error" role="alert" [id]="name + '-error'"><fc-glyph state="alarm" />{{ text }}</p>
      }
      <div>
        @for (option of options(); track option.value) {
          <label>
            <input
              type="radio"
              class="visually-hidden"
              [name]="name"
              [value]="option.value"
              [checked]="option.value === value()"
              (change)="value.set(option.value)"
              (blur)="touched.set(true)"
            />
            @if (option.printed ?? option.press; as press) {
              <fc-key-caps [press]="press" />
            }
            <span>{{ option.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './choices.css',
})
export class Choices<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly KeyedOption<T>[]>();
  readonly value = model<T | null>(null);
  readonly touched = model(false);
  readonly error = input<string>();
  readonly isOptional = input(false, { alias: 'optional', transform: booleanAttribute });
  protected readonly t = injectTexts();
  private readonly group = viewChild.required<ElementRef<HTMLElement>>('group');
  protected readonly name = `choices-${++count}`;

  /** At the chosen one, else at the first; the letters work from there. */
  focus(): void {
    const group = this.group().nativeElement;
    (group.querySelector<HTMLElement>('input:checked') ?? group.querySelector('input'))?.focus();
  }

  protected pick(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = this.options().find((one) => one.press?.toLowerCase() === event.key.toLowerCase());
    if (!option) return;
    event.preventDefault();
    this.value.set(option.value);
    // The focus goes with the choice, as it does with the arrow keys.
    const radios = this.group().nativeElement.querySelectorAll('input');
    radios[this.options().indexOf(option)]?.focus();
  }
}
