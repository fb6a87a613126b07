import { booleanAttribute, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { FormField, ValidationError } from '@angular/forms/signals';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../keys/key-caps.js';
import { Glyph } from '../state/glyph.js';
import { PointerPress } from './pointer-press.js';

let count = 0;

/**
 * A label above its control, a hint below, an error between the two. The control inside has `fcInput`; with a signal
 * form (`[formField]`) the error comes by itself, else through `error`.
 */
@Component({
  selector: 'fc-field',
  imports: [Glyph, KeyCaps],
  templateUrl: './field.html',
  styleUrl: './field.css',
  host: { '[class.bad]': '!!shownError()' },
})
export class Field {
  protected readonly t = injectTexts();
  private readonly texts = inject(Texts);
  private readonly pointer = inject(PointerPress);
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  /** What the form says of a control of our own, which it does not reach by itself. */
  readonly errors = input<readonly ValidationError[]>([]);
  /** Says nothing of itself of what the form finds: of what is filled in while one talks, until it is to be saved. */
  readonly isSilent = input(false, { alias: 'silent', transform: booleanAttribute });
  /** Says "optional"; what must be filled in says nothing. */
  readonly isOptional = input(false, { alias: 'optional', transform: booleanAttribute });
  /** The key that leads here, printed at the right end. */
  readonly press = input<string>();

  readonly controlId = `field-${++count}`;
  readonly errorId = `${this.controlId}-error`;
  readonly hintId = `${this.controlId}-hint`;
  /** Set by the control inside. */
  readonly formField = signal<FormField<unknown> | null>(null);
  /** How many characters the control takes, once it holds as many: nothing more can be typed. Null before. Set by the control inside. */
  readonly full = signal<number | null>(null);

  readonly shownError = computed(() => this.error() ?? this.steadyError());
  readonly describedBy = computed(() => {
    const ids = [this.shownError() ? this.errorId : '', this.hint() ? this.hintId : ''].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });
  protected readonly optionalWord = computed(() => this.t('ui.optional'));

  /** A field says what is wrong once it was left or sent, not while it is first typed into. */
  private readonly formError = computed(() => {
    if (this.isSilent()) return undefined;
    const state = this.formField()?.state();
    const error = state?.touched() ? state.errors()[0] : this.errors()[0];
    if (!error) return undefined;
    if (error.message) return error.message;
    const key = `problem.field.${error.kind}`;
    return this.t(this.texts.has(key) ? key : 'problem.field.invalid', numbersOf(error));
  });
  /** A press of a button leaves the field: what it says then waits until the press is over, or the button would move away under it. */
  private readonly steadyError = linkedSignal<{ error: string | undefined; isHeld: boolean }, string | undefined>({
    source: () => ({ error: this.formError(), isHeld: this.pointer.isHeld() }),
    computation: ({ error, isHeld }, before) => (isHeld ? before?.value : error),
  });
}

/** The limits an error names: `minLength: 12`. */
function numbersOf(error: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(error).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
