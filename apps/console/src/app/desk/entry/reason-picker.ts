import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Keys } from '../../platform/keys/keys.js';
import { Live } from '../../platform/live/live.js';
import { TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { DeskClient } from '../desk-client.js';
import { matchingReasons, pickable, reasonSuggestion } from './reasons.js';

const quickReasons = 4;
const shownReasons = 12;

/** What the contact is about: a few by one key or press, all by typing a part of the name. */
@Component({
  selector: 'fc-reason-picker',
  imports: [Field, KeyCaps, TypeAhead],
  templateUrl: './reason-picker.html',
  styleUrl: './reason-picker.css',
})
export class ReasonPicker {
  protected readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DeskClient);
  private readonly keys = inject(Keys);
  private readonly box = viewChild.required(TypeAhead);
  readonly reasonId = input.required<string | null>();
  readonly error = input<string>();
  readonly pick = output<string>();
  /** The department that answers for what is picked. */
  readonly departmentId = computed(() => this.reasons().find(({ id }) => id === this.reasonId())?.departmentId ?? null);

  protected readonly tree = resource({ loader: () => this.client.reasons() });
  private readonly reasons = computed(() => (this.tree.hasValue() ? pickable(this.tree.value().reasons) : []));
  protected readonly typed = signal('');
  protected readonly suggestions = computed(() =>
    matchingReasons(this.reasons(), this.typed())
      .slice(0, shownReasons)
      .map((reason) => reasonSuggestion(reason, this.locale())),
  );
  protected readonly quick = computed(() =>
    this.reasons()
      .slice(0, quickReasons)
      .map((reason, index) => ({ id: reason.id, label: reason[this.locale()], press: String(index + 1) })),
  );
  protected readonly picked = computed(
    () => this.reasons().find(({ id }) => id === this.reasonId())?.[this.locale()] ?? '',
  );

  constructor() {
    const live = inject(Live);
    effect(() => {
      if (live.returns() > 0 && untracked(this.tree.status) === 'error') untracked(() => this.tree.reload());
    });
  }

  focus(): void {
    this.box().focus();
  }

  protected choose(id: string): void {
    this.typed.set('');
    this.pick.emit(id);
  }

  /** Picks the quick reason of a digit; false where there is none. */
  pickQuick(press: string): boolean {
    const one = this.quick().find((quick) => quick.press === press);
    if (one) this.choose(one.id);
    return one !== undefined;
  }

  /** A digit in the box, before anything is typed there, is a quick reason's. */
  protected pressDigit(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (this.typed() !== '' || !this.keys.areSingleKeysOn()) return;
    if (this.pickQuick(event.key)) event.preventDefault();
  }
}
