import { booleanAttribute, Component, computed, input, model, signal, viewChild, type ElementRef } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from './field.js';
import { PlainInput } from './plain-input.js';

/** A password with its label, and a button that shows what was typed. Takes `[formField]`. */
@Component({
  selector: 'fc-password',
  imports: [Field, PlainInput],
  template: `
    <fc-field [label]="label()" [hint]="hint()" [error]="error()" [errors]="shownErrors()">
      <button fcFieldAside type="button" class="link-button" (click)="toggle()">
        {{ t(isShown() ? 'ui.password-hide' : 'ui.password-show') }}
      </button>
      <input
        #box
        fcPlainInput
        [type]="isShown() ? 'text' : 'password'"
        [value]="value()"
        [autocomplete]="isNew() ? 'new-password' : 'current-password'"
        autocapitalize="off"
        spellcheck="false"
        (input)="value.set(box.value)"
        (blur)="touched.set(true)"
      />
    </fc-field>
  `,
})
export class PasswordInput implements FormValueControl<string> {
  protected readonly t = injectTexts();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly value = model('');
  readonly touched = model(false);
  /** Set by the form. */
  readonly errors = input<readonly ValidationError[]>([]);
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly isNew = input(false, { alias: 'new', transform: booleanAttribute });
  protected readonly isShown = signal(false);
  protected readonly shownErrors = computed(() => (this.touched() ? this.errors() : []));

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected toggle(): void {
    this.isShown.update((shown) => !shown);
  }
}
