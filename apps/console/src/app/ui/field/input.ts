import { afterRenderEffect, Directive, inject } from '@angular/core';
import { FORM_FIELD } from '@angular/forms/signals';
import { PlainInput } from './plain-input.js';

/** A native control of a signal form: its field shows what the form says of it. */
@Directive({ selector: 'input[fcInput], textarea[fcInput], select[fcInput]' })
export class Input extends PlainInput {
  constructor() {
    super();
    const formField = inject(FORM_FIELD, { optional: true, self: true });
    this.field.formField.set(formField);
    // The form fills its controls as well.
    afterRenderEffect(() => {
      formField?.state().value();
      this.look();
    });
  }
}
