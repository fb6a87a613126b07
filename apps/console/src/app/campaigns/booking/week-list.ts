import { Component, computed, inject, output } from '@angular/core';
import { standingOfExam } from '../../marking/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph, type StateName } from '../../ui/state/glyph.js';
import { BookingView } from './booking-view.js';
import { ExamFacts } from './exam-facts.js';
import { injectExamWords } from './exam-words.js';
import type { DayOfWeek, ExamInWeek } from './week-lanes.js';

/** A week as lists of its days, where there is no room for hours: a press on an exam opens what is known of it. */
@Component({
  selector: 'fc-week-list',
  imports: [ExamFacts, Glyph],
  template: `
    @for (one of days(); track one.day) {
      <section class="card" [attr.aria-label]="format.day(one.day)">
        <div class="card-head">
          <h3>{{ format.day(one.day) }}</h3>
          <span class="small faint push-end">{{ t('booking.exams', { count: one.exams }) }}</span>
        </div>
        <ul>
          @for (exam of examsOf(one); track exam.id) {
            <li>
              <button
                type="button"
                [attr.aria-expanded]="exam.id === view.examId()"
                (click)="view.examId.set(exam.id === view.examId() ? null : exam.id)"
              >
                <span class="when">{{ format.time(exam.startsAt) }}</span>
                <b class="clip">{{ exam.staff.name }}</b>
                @if (glyphOf(exam); as glyph) {
                  <fc-glyph [state]="glyph" />
                }
                <span class="small quiet why">{{ t('booking.by', { name: exam.assessor.name }) }}</span>
              </button>
              @if (exam.id === view.examId()) {
                <fc-exam-facts [exam]="exam" [isNarrow]="true" (changed)="changed.emit()" />
              }
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p class="card card-body quiet">{{ t('booking.none') }}</p>
    }
  `,
  styleUrl: './week-list.css',
})
export class WeekList {
  protected readonly t = injectTexts();
  protected readonly words = injectExamWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(BookingView);
  readonly changed = output();
  protected readonly days = computed(() => this.view.days().filter(({ exams }) => exams > 0));

  protected examsOf({ lanes }: DayOfWeek): ExamInWeek[] {
    const blocks = lanes.flatMap((lane) => lane.blocks.filter(({ isSecond }) => !isSecond));
    return blocks.toSorted((a, b) => a.from - b.from).map(({ exam }) => exam);
  }

  protected glyphOf(exam: ExamInWeek): StateName | null {
    if (exam.fault) return 'watch';
    return exam.state === 'booked' ? null : standingOfExam(exam).glyph;
  }
}
