import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { timeOfMinute } from '../../ui/chart/hours-axis.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { BookingView, type Holding } from './booking-view.js';

/** An exam on its way: arrow keys say where to, and it is said what speaks against it; Enter puts it there, Esc takes it back. */
@Component({
  selector: 'fc-exam-moving-bar',
  imports: [KeyCaps, State],
  template: `
    <div
      #bar
      class="card bar"
      role="application"
      tabindex="0"
      [attr.aria-label]="t('booking.moving', { name: holding().exam.staff.name })"
      (keydown)="press($event)"
    >
      <div class="what">
        <b>{{ t('booking.moving', { name: holding().exam.staff.name }) }}</b>
        <span role="status">
          {{ where() }}
          @if (fault(); as text) {
            <fc-state state="alarm" [label]="text" />
          } @else if (isFree()) {
            <fc-state state="usual" [label]="t('booking.free')" />
          }
        </span>
        @if (isRefused()) {
          <p class="small" role="alert">{{ t('booking.not-here', { why: fault() }) }}</p>
        }
      </div>
      <div class="row wrap">
        <span class="small keys">
          <fc-key-caps press="ArrowLeft" /><fc-key-caps press="ArrowRight" /> {{ t('booking.key-time') }}
          <fc-key-caps press="ArrowUp" /><fc-key-caps press="ArrowDown" /> {{ t('booking.key-assessor') }}
          <fc-key-caps press="Shift+ArrowRight" /> {{ t('booking.key-day') }}
        </span>
        <button type="button" class="button primary" [attr.aria-disabled]="fault() ? 'true' : null" (click)="drop()">
          {{ t('booking.drop') }}<fc-key-caps press="Enter" />
        </button>
        <button type="button" class="button quiet" (click)="view.giveUp()">
          {{ t('booking.take-back') }}<fc-key-caps press="Escape" />
        </button>
      </div>
    </div>
  `,
  styleUrl: '../../ui/moving/moving-bar.css',
  styles: ':host { position: sticky; top: 0; z-index: var(--fc-z-sticky); }',
})
export class ExamMovingBar {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  protected readonly view = inject(BookingView);
  private readonly bar = viewChild.required<ElementRef<HTMLElement>>('bar');
  readonly holding = input.required<Holding>();

  protected readonly where = computed(() => {
    const { target, exam } = this.holding();
    const assessor = this.view.week()?.assessors.find(({ staff }) => staff.id === target.assessorId)?.staff;
    return this.t('booking.moving-to', {
      day: this.format.day(target.day),
      time: `${timeOfMinute(target.minute)}–${timeOfMinute(target.minute + exam.minutes)}`,
      name: assessor?.name ?? exam.assessor.name,
    });
  });
  private readonly checked = computed(() =>
    this.view.check.status() === 'resolved' && this.view.check.hasValue() ? this.view.check.value() : undefined,
  );
  protected readonly isFree = computed(() => this.checked()?.fault === null);
  protected readonly fault = computed(() => {
    const refusal = this.view.refusal() ?? this.view.check.error();
    if (refusal) return this.problems.sentence(refusal);
    const found = this.checked()?.fault;
    if (!found) return '';
    return this.problems.sentence(new ProblemError({ type: 'about:blank', title: found.code, status: 409, ...found }));
  });

  private readonly wasTried = linkedSignal({ source: () => this.holding().target, computation: () => false });
  /** It was to be put where it may not be. */
  protected readonly isRefused = computed(() => this.wasTried() && this.fault() !== '');

  constructor() {
    afterNextRender(() => this.bar().nativeElement.focus({ preventScroll: true }));
  }

  protected drop(): void {
    this.wasTried.set(true);
    if (this.fault() === '') void this.view.drop();
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') this.view.giveUp();
    else if (event.key.startsWith('Arrow')) this.view.step(event.key, event.shiftKey);
    else if (event.key === 'Enter' && event.target === this.bar().nativeElement) this.drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
