import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { formatTime } from '../../platform/format/moment.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { MoveForm } from '../move/move-form.js';
import { injectLoadWords } from './load-words.js';
import { loadOf, overBy } from './loads.js';
import { type Holding, PlanView } from './plan-view.js';

/** A call on its way: arrow keys say where to, Enter drops it there, Esc gives up. Then it is said why. */
@Component({
  selector: 'fc-moving-bar',
  imports: [KeyCaps, MoveForm, State],
  templateUrl: './moving-bar.html',
  styleUrl: '../../ui/moving/moving-bar.css',
})
export class MovingBar {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectLoadWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(PlanView);
  private readonly problems = inject(ProblemTexts);
  private readonly bar = viewChild<ElementRef<HTMLElement>>('bar');
  readonly holding = input.required<Holding>();
  readonly closed = output();
  readonly moved = output<{ readonly day: string }>();

  protected readonly place = computed(() =>
    this.view.place.status() !== 'loading' && this.view.place.hasValue() ? this.view.place.value() : undefined,
  );
  protected readonly failure = computed(() => {
    const error = this.view.place.error();
    return error ? this.problems.sentence(error) : '';
  });
  protected readonly caller = computed(
    () =>
      this.view.callers().find(({ staff }) => staff.id === this.holding().target.staffId)?.staff.name ??
      this.holding().call.staff?.name ??
      '',
  );
  protected readonly time = computed(() => {
    const place = this.place();
    return place?.startAt ? formatTime(place.startAt, place.zone) : '';
  });
  protected readonly to = computed(() => ({ ...this.holding().target, time: this.time() }));
  /** As it would be with this call; a call that stands there already counts once. */
  protected readonly load = computed(() => {
    const place = this.place();
    if (!place) return undefined;
    const { call, target } = this.holding();
    const isThere = call.staff?.id === target.staffId && call.onDay === target.day;
    const load = loadOf(place.load);
    return { ...load, calls: load.calls + (isThere ? 0 : 1), away: this.words.away(place.load) };
  });
  protected readonly overBy = overBy;

  constructor() {
    afterNextRender(() => this.takeFocus());
    // Given up on the way: the keys choose again.
    effect(() => {
      if (!this.holding().isDropping) queueMicrotask(() => this.takeFocus());
    });
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.holding().isDropping) return;
    if (event.key === 'Escape') this.closed.emit();
    else if (event.key.startsWith('Arrow')) this.view.step(event.key);
    else if (event.key === 'Enter' && event.target === this.bar()?.nativeElement) this.view.drop(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected giveUpForm(): void {
    if (this.holding().isNarrow) this.closed.emit();
    else this.view.drop(false);
  }

  private takeFocus(): void {
    this.bar()?.nativeElement.focus({ preventScroll: true });
  }
}
