import { ApplicationRef, Component, computed, inject, input, viewChild, type ElementRef } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CallOfMyDay } from '@forecall/contracts';
import { ReasonPicker } from '../../desk/index.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { injectPromiseFaultTexts, type PromiseFaults, PromiseLine } from '../../promises/index.js';
import { Choices } from '../../ui/choice/choices.js';
import { Banner } from '../../ui/feedback/banner.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Glyph } from '../../ui/state/glyph.js';
import { CallFile } from '../brief/call-file.js';
import { CallDay } from '../call-day.js';
import { harms, scores } from './wrap.js';
import { WrapFile } from './wrap-file.js';

/** What came of a call, filled in while one talks: one step, all of it by keys. */
@Component({
  selector: 'fc-wrap-up',
  imports: [Banner, Choices, DayInput, Field, FormField, Glyph, Icon, Input, KeyCaps, PromiseLine, ReasonPicker],
  templateUrl: './wrap-up.html',
  styleUrl: './wrap-up.css',
  host: { '[inert]': 'wrap.form().submitting() || null' },
})
export class WrapUp {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly application = inject(ApplicationRef);
  private readonly problems = inject(ProblemTexts);
  private readonly texts = inject(Texts);
  protected readonly day = inject(CallDay);
  protected readonly file = inject(CallFile);
  protected readonly wrap = inject(WrapFile);
  readonly call = input.required<CallOfMyDay>();
  private readonly note = viewChild.required<ElementRef<HTMLTextAreaElement>>('note');
  private readonly satisfaction = viewChild<Choices<string>>('satisfaction');
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private readonly reason = viewChild(ReasonPicker);
  private readonly promise = viewChild(PromiseLine);
  private readonly promiseTexts = injectPromiseFaultTexts();

  protected readonly outcomes = computed(() =>
    (['reached', 'not-reached'] as const).map((value) => ({ value, label: this.t(`calls.outcome.${value}`) })),
  );
  protected readonly scores = computed(() =>
    scores.map((value) => ({ value, label: this.t(`calls.score.${value}`), press: value })),
  );
  protected readonly harms = computed(() =>
    harms.map((value, place) => ({ value, label: this.t(`desk.harm.${value}`), press: String(place + 1) })),
  );
  /** Whoever is to be called stays among them, though the account cannot be read. */
  protected readonly people = computed(() => {
    const [people, person] = [this.file.people(), this.call().person];
    return person && people.every(({ id }) => id !== person.id) ? [person, ...people] : people;
  });
  protected readonly refusal = computed(() =>
    this.wrap.failure() === null ? '' : this.problems.sentence(this.wrap.failure()),
  );
  protected readonly outcomeFault = computed(() => this.faultOf('outcome'));
  /** Said once it was sent; what the server says of it is said of its day. */
  protected readonly promiseFaults = computed((): PromiseFaults => {
    const state = this.wrap.form.promise();
    if (!state.touched()) return {};
    const told = state.errors().find(({ message }) => message)?.message;
    return { ...(told && { day: told }), ...this.promiseTexts(this.wrap.promiseFaults(this.wrap.entry().promise)) };
  });
  protected readonly reasonFault = computed(() => this.faultOf('reasonId'));

  constructor() {
    useKeys('keys.calls', [
      { press: 'Alt+n', name: 'keys.note', act: () => this.focusNote() },
      { press: 'Alt+s', name: 'calls.satisfaction', act: () => this.satisfaction()?.focus() },
      { press: 'Alt+c', name: 'calls.problem', act: () => this.openProblem() },
      {
        press: 'Alt+r',
        name: 'desk.reason',
        act: () => this.reason()?.focus(),
        when: () => this.wrap.entry().hasProblem,
      },
    ]);
  }

  // What is typed right after the key must not go where the focus was before.
  focusNote(): void {
    this.wrap.isOpened.set(true);
    this.application.tick();
    this.note().nativeElement.focus();
  }

  openProblem(): void {
    this.wrap.isOpened.set(true);
    this.wrap.change({ hasProblem: true });
    this.application.tick();
    this.summary()?.nativeElement.focus();
  }

  /** What the form alone cannot lead to. */
  pointOut(): void {
    const faults = this.promiseFaults();
    if (Object.keys(faults).length > 0) this.promise()?.pointOut(faults);
  }

  private faultOf(name: 'outcome' | 'reasonId'): string | undefined {
    const state = this.wrap.form[name]();
    const error = state.touched() ? state.errors()[0] : undefined;
    if (!error) return undefined;
    const key = name === 'outcome' ? 'calls.fault.outcome' : 'desk.fault.reasonId';
    return error.message ?? this.t(this.texts.has(key) ? key : 'problem.field.invalid');
  }
}
