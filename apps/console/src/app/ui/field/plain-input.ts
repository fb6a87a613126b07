import { Directive, ElementRef, inject } from '@angular/core';
import { Field } from './field.js';

/** A native control inside a field without a signal form: takes its id, says its error and hint to readers, and when it is full. */
@Directive({
  selector: 'input[fcPlainInput], textarea[fcPlainInput], select[fcPlainInput]',
  host: {
    class: 'input',
    '[id]': 'field.controlId',
    '[attr.aria-invalid]': 'field.shownError() ? true : null',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-required]': 'field.isOptional() ? null : true',
    '(input)': 'look()',
  },
})
export class PlainInput {
  protected readonly field = inject(Field);
  private readonly control = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  /** A select has no length, and a control without a limit one of -1. */
  protected look(): void {
    const { maxLength, value } = this.control;
    this.field.full.set(maxLength > 0 && value.length >= maxLength ? maxLength : null);
  }
}
