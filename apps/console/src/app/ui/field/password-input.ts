import { booleanAttribute, Component, input, model, signal, viewChild, type ElementRef } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from './field.js';
import { Input } from './input.js';

/** A password with its label, and a button that shows what was typed. Takes `[formField]`. */
@Component({
  selector: 'fc-password',
  imports: [Field, Input],
  template: `
    <fc-field [label]="label()" [hint]="hint()" [error]="error()">
      <button fcFieldAside type="button" class="link-button" [attr.aria-pressed]="isShown()" (click)="toggle()">
        {{ t(isShown() ? 'ui.password-hide' : 'ui.password-show') }}
      </button>
      <input
        #box
        fcInput
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
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly isNew = input(false, { alias: 'new', transform: booleanAttribute });
  protected readonly isShown = signal(false);

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected toggle(): void {
    this.isShown.update((shown) => !shown);
  }
}
