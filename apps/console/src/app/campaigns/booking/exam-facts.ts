import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectSaid } from '../../exam-papers/index.js';
import { GiveUpForm } from '../../marking/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { BookingView } from './booking-view.js';
import { injectExamWords } from './exam-words.js';
import { SlotForm } from './slot-form.js';
import type { ExamInWeek } from './week-lanes.js';

/** What is known of the exam that one looks at, and what can be done with it. */
@Component({
  selector: 'fc-exam-facts',
  imports: [GiveUpForm, KeyCaps, RouterLink, SlotForm, State],
  template: `
    <div class="what">
      <p class="row wrap">
        <a [routerLink]="['/my-exams', exam().id]" [queryParams]="{ from: 'booking' }"
          ><b>{{ exam().staff.name }}</b></a
        >
        <span class="pill">{{ words.state(exam()) }}</span>
        <span class="nowrap">{{ format.date(exam().startsAt) }}{{ t('ui.clause-comma') }}{{ words.time(exam()) }}</span>
        <span>{{ t('booking.by', { name: exam().assessor.name }) }}</span>
        @if (exam().second; as second) {
          <span>{{ t('booking.second', { name: second.name }) }}</span>
        }
      </p>
      <p class="small quiet">
        <span>{{ t('marking.attempt', { n: exam().attempt }) }}</span>
        @if (exam().scenario; as scenario) {
          <span>{{ said(scenario.name) }}</span>
        }
        @if (exam().isFixed && exam().state === 'booked') {
          <span>{{ t('booking.fixed') }}</span>
        }
      </p>
      @if (words.fault(exam()); as text) {
        <fc-state state="watch" [label]="text" />
      }
    </div>
    @if (doing() === null) {
      <div class="row wrap">
        <a class="button" [routerLink]="['/my-exams', exam().id]" [queryParams]="{ from: 'booking' }"
          >{{ t('booking.open') }}<fc-key-caps press="Enter"
        /></a>
        @if (view.mayMove(exam())) {
          <button type="button" class="button" (click)="isNarrow() ? doing.set('move') : view.hold(exam())">
            {{ t('booking.move') }}<fc-key-caps press="m" />
          </button>
        }
        @if (view.mayBook() && exam().state === 'booked') {
          <button type="button" class="button" (click)="doing.set('give-up')">{{ t('booking.give-up') }}</button>
        }
      </div>
    } @else {
      <div class="form">
        @if (doing() === 'move') {
          @if (view.campaign(); as campaign) {
            <fc-slot-form
              [campaign]="campaign"
              [candidate]="{ id: exam().candidateId, name: exam().staff.name }"
              [exam]="exam()"
              (cancelled)="doing.set(null)"
              (done)="finish()"
            />
          }
        } @else {
          <fc-give-up-form [exam]="exam()" (cancelled)="doing.set(null)" (done)="wentOff()" />
        }
      </div>
    }
  `,
  styleUrl: './exam-facts.css',
  host: { '(keydown.escape)': 'doing.set(null)' },
})
export class ExamFacts {
  protected readonly t = injectTexts();
  protected readonly words = injectExamWords();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  protected readonly view = inject(BookingView);
  readonly exam = input.required<ExamInWeek>();
  /** No picture to move it in: only the form. */
  readonly isNarrow = input(false);
  readonly changed = output();
  protected readonly doing = signal<'move' | 'give-up' | null>(null);

  protected wentOff(): void {
    this.doing.set(null);
    this.view.wentOff(this.exam().id);
  }

  protected finish(): void {
    this.doing.set(null);
    this.changed.emit();
  }
}
