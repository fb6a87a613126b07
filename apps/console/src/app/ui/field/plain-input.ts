import { Directive, inject } from '@angular/core';
import { Field } from './field.js';

/** A native control inside a field without a signal form: takes its id, and says its error and hint to readers. */
@Directive({
  selector: 'input[fcPlainInput], textarea[fcPlainInput], select[fcPlainInput]',
  host: {
    class: 'input',
    '[id]': 'field.controlId',
    '[attr.aria-invalid]': 'field.shownError() ? true : null',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-required]': 'field.isOptional() ? null : true',
  },
})
export class PlainInput {
  protected readonly field = inject(Field);
}
