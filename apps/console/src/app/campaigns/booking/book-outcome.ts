import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Banner } from '../../ui/feedback/banner.js';
import type { BookedNow } from './book-all.js';

const mostNames = 12;

/** What came of booking everybody: how many have an exam now, and who could not have one and why. */
@Component({
  selector: 'fc-book-outcome',
  imports: [Banner, RouterLink],
  template: `
    <fc-banner [kind]="groups().length > 0 ? 'watch' : 'info'" [heading]="heading()">
      @for (group of groups(); track group.why) {
        <p>
          {{ t('booking.why.' + group.why) }} {{ group.names }}
          @if (group.more > 0) {
            {{ t('booking.more', { count: group.more }) }}
          }
        </p>
      } @empty {
        <p>{{ sentence() }}</p>
      }
      @if (load(); as text) {
        <p>{{ text }}</p>
      }
      <ng-container fcActions>
        @if (hasLink()) {
          <a class="button" [routerLink]="['/exams', campaign(), 'booking']">{{ t('booking.see') }}</a>
        }
        <button type="button" class="button quiet" (click)="closed.emit()">{{ t('ui.close') }}</button>
      </ng-container>
    </fc-banner>
  `,
})
export class BookOutcome {
  protected readonly t = injectTexts();
  readonly campaign = input.required<string>();
  readonly outcome = input.required<BookedNow>();
  readonly hasLink = input(false);
  readonly closed = output();

  protected readonly heading = computed(() => {
    const { booked, notBooked } = this.outcome();
    if (booked === 0 && notBooked.length === 0) return this.t('booking.all.nobody');
    const told = this.t('booking.all.booked', { count: booked });
    return notBooked.length === 0 ? told : told + this.t('booking.all.not', { count: notBooked.length });
  });
  /** Where all who were asked for have a slot. */
  protected readonly sentence = computed(() => {
    const { booked, stillWait } = this.outcome();
    if (booked === 0) return this.t('booking.all.nobody-why');
    if (stillWait === 0) return this.t('booking.all.all');
    const still = stillWait === null ? '' : this.t('booking.all.still', { count: stillWait });
    return [this.t('booking.all.are-told'), still].filter(Boolean).join(' ');
  });
  protected readonly groups = computed(() =>
    [...Map.groupBy(this.outcome().notBooked, ({ why }) => why)].map(([why, people]) => ({
      why,
      names: people
        .slice(0, mostNames)
        .map(({ staff }) => staff.name)
        .join(this.t('ui.list-comma')),
      more: Math.max(0, people.length - mostNames),
    })),
  );
  /** "Sun Li 4, Wu Min 4" */
  protected readonly load = computed(() => {
    const { booked, perAssessor } = this.outcome();
    if (booked === 0) return '';
    const loads = perAssessor.map(({ assessor, exams }) => `${assessor.name} ${exams}`).join(this.t('ui.list-comma'));
    return this.t('booking.all.load', { loads });
  });
}
