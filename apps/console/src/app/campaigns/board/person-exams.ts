import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CampaignDetail, CoveredPerson, ExamEntry } from '@forecall/contracts';
import { GiveUpForm, standingOfExam } from '../../marking/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { State } from '../../ui/state/state.js';
import { BookingClient } from '../booking/booking-client.js';
import { SlotForm } from '../booking/slot-form.js';

interface Doing {
  readonly act: 'move' | 'give-up';
  readonly exam: ExamEntry;
}

/** All exams of one person of a campaign, the latest first; what is to come is moved or given up here. */
@Component({
  selector: 'fc-person-exams',
  imports: [GiveUpForm, RouterLink, SlotForm, State],
  template: `
    <h3>{{ t('booking.own.heading') }}</h3>
    @if (found.error() && !found.value()) {
      <p class="small">
        {{ t('booking.own.failed') }}
        <button type="button" class="link-button" (click)="found.reload()">{{ t('booking.own.again') }}</button>
      </p>
    }
    <ul>
      @for (exam of exams(); track exam.id) {
        @let when = format.dateTime(exam.startsAt);
        <li>
          <div class="row wrap">
            <a
              [routerLink]="['/my-exams', exam.id]"
              [queryParams]="{ from: 'campaign' }"
              [attr.aria-label]="t('booking.own.result-of', { when })"
              >{{ when }}</a
            >
            <fc-state
              class="push-end"
              [state]="standing(exam).glyph"
              [label]="t('marking.standing.' + standing(exam).word)"
            />
          </div>
          <p class="small quiet">
            <span>{{ t('marking.attempt', { n: exam.attempt }) }}</span>
            <span>{{ t('booking.by', { name: exam.assessor.name }) }}</span>
            @if (exam.second; as second) {
              <span>{{ t('booking.second', { name: second.name }) }}</span>
            }
            @if (exam.score !== null) {
              <span>{{ t('booking.own.score', { score: exam.score.toFixed(1) }) }}</span>
            }
          </p>
          @if (mayAct() && exam.state === 'booked' && doing() === null) {
            <div class="row wrap">
              @if (isAhead(exam)) {
                <button
                  type="button"
                  class="button small"
                  [attr.aria-label]="t('booking.own.move-of', { when })"
                  (click)="begin('move', exam)"
                >
                  {{ t('booking.move') }}
                </button>
              }
              <button
                type="button"
                class="button small"
                [attr.aria-label]="t('booking.own.give-up-of', { when })"
                (click)="begin('give-up', exam)"
              >
                {{ t('booking.give-up') }}
              </button>
            </div>
          }
          @if (doing(); as now) {
            @if (now.exam.id === exam.id && now.act === 'move') {
              <fc-slot-form
                [campaign]="campaign()"
                [candidate]="{ id: exam.candidateId, name: exam.staff.name }"
                [exam]="exam"
                (cancelled)="end()"
                (done)="finish()"
              />
            } @else if (now.exam.id === exam.id) {
              <fc-give-up-form [exam]="exam" (cancelled)="end()" (done)="finish()" />
            }
          }
        </li>
      } @empty {
        @if (found.value()) {
          <li class="small quiet">{{ t('booking.own.none') }}</li>
        }
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    h3 {
      font-size: var(--fc-text-body);
    }
    li {
      display: grid;
      gap: 4px;
      padding: 8px 0;
      border-top: 1px solid var(--fc-line);
    }
    p span:not(:last-child)::after {
      margin: 0 6px;
      color: var(--fc-text-3);
      content: '·';
    }
    fc-slot-form,
    fc-give-up-form {
      margin-inline: -14px;
    }
  `,
})
export class PersonExams {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(BookingClient);
  readonly campaign = input.required<CampaignDetail>();
  readonly person = input.required<CoveredPerson>();
  readonly mayAct = input(false);
  readonly changed = output();
  /** Something is being filled in. */
  readonly busy = output<boolean>();
  protected readonly doing = signal<Doing | null>(null);

  /** What of the person tells that an exam has changed. */
  private readonly key = computed(() => {
    const { candidateId, standing, examId, examState, startsAt } = this.person();
    return [this.campaign().id, candidateId, standing, examId, examState, startsAt].join(' ');
  });
  protected readonly found = kept(
    resource({
      params: () => ({ key: this.key() }),
      loader: () => this.client.examsOf(this.campaign().id, this.person().candidateId),
    }),
  );
  protected readonly exams = computed(() => (this.found.value()?.exams ?? []).toReversed());
  protected readonly standing = standingOfExam;

  protected isAhead({ startsAt }: ExamEntry): boolean {
    return this.format.dayOf(startsAt) >= this.format.today();
  }

  protected begin(act: Doing['act'], exam: ExamEntry): void {
    this.doing.set({ act, exam });
    this.busy.emit(true);
  }

  protected end(): void {
    this.doing.set(null);
    this.busy.emit(false);
  }

  protected finish(): void {
    this.end();
    this.found.reload();
    this.changed.emit();
  }
}
