import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Panel } from '../../ui/panel/panel.js';
import { SlotForm } from '../booking/slot-form.js';
import { CandidateForm, type CandidateAct } from './candidate-form.js';
import { PersonExams } from './person-exams.js';
import { StandingMark } from './standing-mark.js';

/** Where one person of a campaign stands and why, with what the head may do about it. */
@Component({
  selector: 'fc-person-panel',
  imports: [CandidateForm, Panel, PersonExams, SlotForm, StandingMark],
  template: `
    <fc-panel [heading]="person().staff.name" [isDirty]="act() !== null || isBusy()" (closed)="closed.emit()">
      <div class="body">
        <p class="row">
          <fc-standing-mark [standing]="person().standing" />
          <b>{{ t('campaigns.standing.' + person().standing) }}</b>
        </p>
        <dl class="facts">
          <dt>{{ t('campaigns.panel.attempts') }}</dt>
          <dd>
            {{ person().attempts }}
            @if (person().isOutOfAttempts) {
              <span class="small quiet">{{ t('campaigns.panel.used-up') }}</span>
            }
          </dd>
          @for (fact of facts(); track fact.name) {
            <dt>{{ fact.name }}</dt>
            <dd>{{ fact.value }}</dd>
          }
        </dl>
        @if (mayAct() && act() === null && !isBusy()) {
          <div class="row wrap" role="group" [attr.aria-label]="t('campaigns.panel.acts')">
            @if (mayBook()) {
              <button type="button" class="button primary" (click)="act.set('book')">
                {{ t('booking.own.book') }}
              </button>
            }
            <button type="button" class="button" (click)="act.set('extend')">{{ t('campaigns.act.extend') }}</button>
            <button type="button" class="button" (click)="act.set('excuse')">{{ t('campaigns.act.excuse') }}</button>
          </div>
        }
      </div>
      @if (act() === 'book') {
        <fc-slot-form
          [campaign]="coverage().campaign"
          [candidate]="{ id: person().candidateId, name: person().staff.name }"
          [from]="person().mayFrom"
          (cancelled)="act.set(null)"
          (done)="finish()"
        />
      } @else if (candidateAct(); as which) {
        <fc-candidate-form
          [coverage]="coverage()"
          [person]="person()"
          [act]="which"
          (cancelled)="act.set(null)"
          (done)="finish()"
        />
      } @else {
        <fc-person-exams
          class="exams"
          [campaign]="coverage().campaign"
          [person]="person()"
          [mayAct]="mayAct()"
          (busy)="isBusy.set($event)"
          (changed)="changed.emit()"
        />
      }
    </fc-panel>
  `,
  styles: `
    .body {
      display: grid;
      gap: 14px;
      padding: 14px;
    }
    .exams {
      padding: 0 14px 14px;
    }
  `,
})
export class PersonPanel {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly coverage = input.required<Coverage>();
  readonly person = input.required<CoveredPerson>();
  readonly closed = output();
  readonly changed = output();
  protected readonly act = signal<CandidateAct | 'book' | null>(null);
  protected readonly candidateAct = computed(() => {
    const act = this.act();
    return act === 'book' ? null : act;
  });
  /** A form of one of the exams is open. */
  protected readonly isBusy = signal(false);

  protected readonly mayAct = computed(() => {
    const { mayLead, state } = this.coverage().campaign;
    return mayLead && state === 'running' && this.person().standing !== 'passed';
  });
  protected readonly mayBook = computed(() => ['due', 'resit', 'absent'].includes(this.person().standing));
  protected readonly facts = computed(() => {
    const { startsAt, outcome, mayFrom, untilOn, validUntil, standing } = this.person();
    const days = { mayFrom, untilOn, validUntil };
    return [
      ...(startsAt ? [{ name: this.t('campaigns.panel.booked'), value: this.format.dayTime(startsAt) }] : []),
      ...(outcome && standing !== 'passed'
        ? [{ name: this.t('campaigns.panel.outcome'), value: this.t(`campaigns.outcome.${outcome}`) }]
        : []),
      ...(['mayFrom', 'untilOn', 'validUntil'] as const).flatMap((name) => {
        const day = days[name];
        return day === null ? [] : [{ name: this.t(`campaigns.panel.${name}`), value: this.format.day(day) }];
      }),
    ];
  });

  protected finish(): void {
    this.act.set(null);
    this.changed.emit();
  }
}
