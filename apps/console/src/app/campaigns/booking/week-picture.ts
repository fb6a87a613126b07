import { afterRenderEffect, Component, computed, ElementRef, inject, output } from '@angular/core';
import { standingOfExam } from '../../marking/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { hoursAlong, minuteIn, percentOf, timeOfMinute } from '../../ui/chart/hours-axis.js';
import { Icon } from '../../ui/icon/icon.js';
import { Glyph, type StateName } from '../../ui/state/glyph.js';
import { BookingView } from './booking-view.js';
import { injectExamWords } from './exam-words.js';
import { slotStep } from './holding.js';
import { axisOf, examBeside, type ExamInWeek, type Lane } from './week-lanes.js';

/** The days of a week below each other, in each a lane for every assessor, the hours across. Arrow keys walk the exams. */
@Component({
  selector: 'fc-week-picture',
  imports: [Glyph, Icon],
  templateUrl: './week-picture.html',
  styleUrl: './week-picture.css',
  host: { '(keydown)': 'walk($event)' },
})
export class WeekPicture {
  protected readonly t = injectTexts();
  protected readonly words = injectExamWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(BookingView);
  private readonly clock = inject(ServerClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Enter on an exam. */
  readonly opened = output<ExamInWeek>();

  protected readonly axis = computed(() => axisOf(this.view.days()));
  protected readonly hours = computed(() => hoursAlong(this.axis()));
  private readonly ids = computed(() => (this.view.week()?.exams ?? []).map(({ id }) => id));
  /** The one stop for Tab. */
  protected readonly stop = computed(() => {
    const id = this.view.examId();
    return id !== null && this.ids().includes(id) ? id : this.ids()[0];
  });
  protected readonly target = computed(() => this.view.holding()?.target);
  protected readonly timeOf = timeOfMinute;

  constructor() {
    // Whoever comes back from a move finds the exam that it was about: once the bar that had the focus is gone.
    afterRenderEffect(() => {
      const id = this.view.examId();
      this.ids();
      if (id !== null && !this.view.holding() && document.activeElement === document.body) this.focus(id);
    });
    // What is on its way stays in sight, below the bar that says where to.
    afterRenderEffect(() => {
      if (this.target()) this.host.querySelector('.lane.target')?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected readonly at = (minute: number): number => percentOf(minute, this.axis());

  protected isTarget(day: string, { staff }: Lane): boolean {
    return this.target()?.day === day && this.target()?.assessorId === staff.id;
  }

  /** Where now is, on its own day. */
  protected nowAt(day: string): number | null {
    const minute = minuteIn(day, this.clock.now().toISOString(), this.format.zone());
    return minute > this.axis().from && minute < this.axis().to ? this.at(minute) : null;
  }

  /** What is as usual has no mark: it is booked. */
  protected glyphOf(exam: ExamInWeek): StateName | null {
    if (exam.fault) return 'watch';
    return exam.state === 'booked' ? null : standingOfExam(exam).glyph;
  }

  /** A press of the mouse only looks at it; Enter opens it. */
  protected press(event: MouseEvent, exam: ExamInWeek): void {
    if (this.view.holding()) return;
    event.stopPropagation();
    this.view.examId.set(exam.id);
    if (event.detail === 0) this.opened.emit(exam);
  }

  /** While an exam is held a press in a lane is where it goes. */
  protected aim(event: PointerEvent, day: string, { staff }: Lane): void {
    if (!this.view.holding() || !(event.currentTarget instanceof HTMLElement)) return;
    // The keys stay where they are.
    event.preventDefault();
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const { from, to } = this.axis();
    const minute = from + ((event.clientX - left) / width) * (to - from);
    this.view.aim({ day, assessorId: staff.id, minute: Math.floor(minute / slotStep) * slotStep });
  }

  protected walk(event: KeyboardEvent): void {
    const { key, target } = event;
    const id = this.stop();
    if (!key.startsWith('Arrow') || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof Element) || !target.closest('[data-exam]')) return;
    event.preventDefault();
    const next = examBeside(this.view.days(), id, key);
    if (next !== undefined) this.focus(next);
  }

  focusFirst(): void {
    const id = this.stop();
    if (id !== undefined) this.focus(id);
  }

  private focus(id: string): void {
    this.view.examId.set(id);
    const block = this.host.querySelector<HTMLElement>(`[data-exam="${id}"]`);
    block?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
