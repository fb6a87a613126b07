import {
  ApplicationRef,
  Component,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { StaffPicker } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Session } from '../../platform/session/session.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { emptyPromise, type PromiseDraft, type PromiseFaults, type PromiseField } from './promise-draft.js';

/**
 * What is promised, in one line: what, by when, who keeps it. Stands in the wrap-up of any contact; a button while
 * nothing is promised.
 */
@Component({
  selector: 'fc-promise-line',
  imports: [DayInput, Field, Icon, KeyCaps, PlainInput, StaffPicker],
  templateUrl: './promise-line.html',
  styleUrl: './promise-line.css',
})
export class PromiseLine {
  protected readonly t = injectTexts();
  private readonly application = inject(ApplicationRef);
  private readonly session = inject(Session);
  /** null: nothing is promised. */
  readonly draft = input.required<PromiseDraft | null>();
  /** Ready to print. */
  readonly faults = input<PromiseFaults>({});
  /** The first day that can be picked. */
  readonly notBefore = input<string | null>(null);
  readonly edit = output<PromiseDraft | null>();
  /** With changes that are told and not rendered yet: the next one, which may come before, loses none of them. */
  private readonly latest = linkedSignal(() => this.draft());

  private readonly what = viewChild<ElementRef<HTMLElement>>('what');
  private readonly day = viewChild<DayInput>('day');
  private readonly time = viewChild<ElementRef<HTMLElement>>('time');
  private readonly owner = viewChild<StaffPicker>('owner');

  constructor() {
    useKeys('promises.line.heading', [{ press: 'Alt+p', name: 'promises.line.heading', act: () => this.open() }]);
  }

  /** What is typed right after the key must not go where the focus was before. */
  open(): void {
    if (this.draft() === null) this.edit.emit(emptyPromise(this.session.me()));
    this.application.tick();
    this.focus('what');
  }

  /** Leads to the first field that is wrong. */
  pointOut({ what, day, time, owner }: PromiseFaults): void {
    this.focus(what ? 'what' : day ? 'day' : time ? 'time' : owner ? 'owner' : 'what');
  }

  protected change(changes: Partial<PromiseDraft>): void {
    const draft = this.latest();
    if (!draft) return;
    this.latest.set({ ...draft, ...changes });
    this.edit.emit({ ...draft, ...changes });
  }

  private focus(field: PromiseField): void {
    if (field === 'day') this.day()?.focus();
    else if (field === 'owner') this.owner()?.focus();
    else this[field]()?.nativeElement.focus();
  }
}
