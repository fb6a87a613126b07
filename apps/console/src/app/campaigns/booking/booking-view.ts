import { ApplicationRef, computed, inject, Injectable, resource, signal } from '@angular/core';
import { addDays, localInstant, weekdayOf } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { minuteIn } from '../../ui/chart/hours-axis.js';
import { kept } from '../../ui/feedback/kept.js';
import { BookingClient } from './booking-client.js';
import { type Bounds, stepTarget, type Target } from './holding.js';
import { daysOfWeek, type ExamInWeek } from './week-lanes.js';

/** An exam that was taken up to be moved. */
export interface Holding {
  readonly exam: ExamInWeek;
  readonly target: Target;
}

export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));

/** What of the booking is looked at, and what is done with it, for all parts of the page: provided by it. */
@Injectable()
export class BookingView {
  private readonly client = inject(BookingClient);
  private readonly format = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly application = inject(ApplicationRef);
  /** Set by the page, from the address. */
  readonly asked = signal<{ campaignId: string; on: string | undefined }>({ campaignId: '', on: undefined });
  readonly holding = signal<Holding | null>(null);
  /** Why the server did not let it be put there. */
  readonly refusal = signal<unknown>(null);
  /** The exam that the keys are on, or come back to. */
  readonly examId = signal<string | null>(null);
  /** The one that was given up while it was looked at: no other takes its place. */
  private readonly goneId = signal<string | null>(null);

  /** Turns the page to the week of a day. */
  look: (day: string) => void = () => undefined;

  /** While an exam is moved the week of its target is in sight. */
  private readonly monday = computed(() => {
    const on = this.holding()?.target.day ?? this.asked().on;
    return on === undefined ? undefined : mondayOf(on);
  });
  readonly loaded = kept(
    resource({
      params: () => {
        const { campaignId } = this.asked();
        return campaignId ? { campaignId, on: this.monday() } : undefined;
      },
      loader: ({ params: { campaignId, on } }) => this.client.week(campaignId, on),
    }),
  );
  readonly week = this.loaded.value;
  readonly campaign = computed(() => this.week()?.campaign);
  readonly mayBook = computed(() => {
    const campaign = this.campaign();
    return campaign?.mayLead === true && campaign.state === 'running';
  });
  readonly days = computed(() => {
    const week = this.week();
    return week ? daysOfWeek(week, this.format.zone()) : [];
  });
  readonly exam = computed(() => {
    const exams = this.week()?.exams ?? [];
    const looked = exams.find(({ id }) => id === this.examId());
    return looked ?? (this.goneId() !== null && this.goneId() === this.examId() ? undefined : exams[0]);
  });
  /** Whether the exam that is held could stand at the target. */
  readonly check = resource({
    params: () => {
      const holding = this.holding();
      return holding ? { campaignId: this.asked().campaignId, ...this.slotOf(holding) } : undefined;
    },
    loader: ({ params: { campaignId, ...slot } }) => this.client.check(campaignId, slot),
  });

  mayMove({ state, startsAt }: ExamInWeek): boolean {
    return this.mayBook() && state === 'booked' && this.format.dayOf(startsAt) >= this.format.today();
  }

  hold(exam: ExamInWeek): void {
    if (!this.mayMove(exam)) return;
    const day = this.format.dayOf(exam.startsAt);
    const minute = minuteIn(day, exam.startsAt, this.format.zone());
    this.examId.set(exam.id);
    this.refusal.set(null);
    this.holding.set({ exam, target: { day, minute, assessorId: exam.assessor.id } });
    // The next key may come before the next rendering, and is for the bar that moves it.
    this.application.tick();
  }

  step(key: string, withShift: boolean): void {
    this.refusal.set(null);
    this.holding.update((held) => held && { ...held, target: stepTarget(held.target, key, withShift, this.bounds()) });
  }

  aim(target: Target): void {
    this.refusal.set(null);
    this.holding.update((held) => held && { ...held, target });
  }

  giveUp(): void {
    this.holding.set(null);
  }

  /** An exam was given up, or nobody came to it. */
  wentOff(id: string): void {
    this.examId.set(id);
    this.goneId.set(id);
    this.reload();
  }

  /** Puts what is held at the target; where it may not be there it stays held, and it is said why. */
  async drop(): Promise<void> {
    const held = this.holding();
    if (!held) return;
    const { exam } = held;
    const { startsAt, assessorId } = this.slotOf(held);
    const secondId = exam.second?.id ?? null;
    try {
      const moved = await this.client.move(exam.id, { revision: exam.revision, startsAt, assessorId, secondId });
      this.holding.set(null);
      this.look(held.target.day);
      this.toasts.show({
        text: 'booking.moved',
        values: { name: exam.staff.name, when: this.format.dateTime(moved.startsAt), assessor: moved.assessor.name },
        undo: () => this.faults.heed(this.putBack(exam, moved.revision)),
      });
    } catch (error) {
      this.refusal.set(error);
    }
    this.reload();
  }

  readonly reload = (): void => void this.loaded.reload();

  private async putBack({ id, startsAt, assessor, second }: ExamInWeek, revision: number): Promise<void> {
    await this.client.move(id, { revision, startsAt, assessorId: assessor.id, secondId: second?.id ?? null });
    this.examId.set(id);
    this.look(this.format.dayOf(startsAt));
    this.reload();
  }

  private slotOf({ exam, target }: Holding) {
    const startsAt = new Date(localInstant(target.day, target.minute, this.format.zone())).toISOString();
    return {
      ...{ examId: exam.id, candidateId: exam.candidateId, startsAt, assessorId: target.assessorId },
      ...(exam.second && { secondId: exam.second.id }),
    };
  }

  private bounds(): Bounds {
    const week = this.week();
    const today = this.format.today();
    const { opensOn = today, endsOn = today } = week?.campaign ?? {};
    return {
      assessorIds: (week?.assessors ?? []).map(({ staff }) => staff.id),
      first: opensOn > today ? opensOn : today,
      // Whoever was given more time may be examined after the end.
      last: addDays(endsOn, 366),
      minutes: this.holding()?.exam.minutes ?? 0,
      hasWeekends: this.days().length > 5,
    };
  }
}
