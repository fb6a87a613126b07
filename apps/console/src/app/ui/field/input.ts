import { Directive, inject } from '@angular/core';
import { FORM_FIELD } from '@angular/forms/signals';
import { Field } from './field.js';

/** A native control inside a field: takes its id, and says its error and hint to readers. */
@Directive({
  selector: 'input[fcInput], textarea[fcInput], select[fcInput]',
  host: {
    class: 'input',
    '[id]': 'field.controlId',
    '[attr.aria-invalid]': 'field.shownError() ? true : null',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-required]': 'field.isOptional() ? null : true',
  },
})
export class Input {
  protected readonly field = inject(Field);

  constructor() {
    this.field.formField.set(inject(FORM_FIELD, { optional: true, self: true }));
  }
}
