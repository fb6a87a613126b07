import {
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FORM_FIELD, type FormValueControl } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import type { StaffEntry } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { StaffClient } from '../staff-client.js';

export interface PickedStaff {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const pauseMilliseconds = 150;

/** Finds one person at work by name, pinyin or number. Stands in an `fc-field`. */
@Component({
  selector: 'fc-staff-picker',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatOption],
  templateUrl: './staff-picker.html',
  styleUrl: './staff-picker.css',
})
export class StaffPicker implements FormValueControl<PickedStaff | null> {
  protected readonly t = injectTexts();
  protected readonly field = inject(Field);
  private readonly client = inject(StaffClient);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly value = model<PickedStaff | null>(null);
  readonly touch = output();
  /** Narrowed to a department's people until something is typed. */
  readonly department = input<string>();

  private readonly typed = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly isOpen = signal(false);
  protected readonly found = resource({
    params: () => (this.isOpen() ? { search: this.typed(), department: this.department() } : undefined),
    loader: async ({ params: { search, department } }) => {
      const nearby = search === '' && department !== undefined ? { department } : {};
      return (await this.client.page({ search, limit: 8, ...nearby })).staff;
    },
  });

  /** What was found last stays while the next is looked for, so that no press goes to a person who is just gone. */
  protected readonly people = linkedSignal<readonly StaffEntry[] | undefined, readonly StaffEntry[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (came, before) => came ?? before?.value ?? [],
  });

  constructor() {
    this.field.formField.set(inject(FORM_FIELD, { optional: true, self: true }));
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  /** Ready for the next, where several are picked one after the other. The box holds the name that was just picked. */
  clear(): void {
    this.value.set(null);
    this.box().nativeElement.value = '';
  }

  protected readonly nameOf = (picked: PickedStaff | string | null): string =>
    typeof picked === 'string' ? picked : (picked?.name ?? '');

  protected open(text: string): void {
    if (this.value() === null) this.typed.set(text.trim());
    this.isOpen.set(true);
  }

  protected type(text: string): void {
    if (this.value() !== null) this.value.set(null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typed.set(text.trim()), pauseMilliseconds);
  }

  protected pick({ id, name, email }: StaffEntry): void {
    clearTimeout(this.timer);
    this.value.set({ id, name, email });
  }

  /** A name that was typed but not picked is no person, and does not stand there as if it were one. */
  protected leave(): void {
    if (this.value() === null) this.box().nativeElement.value = '';
    this.touch.emit();
    this.typed.set('');
  }
}
