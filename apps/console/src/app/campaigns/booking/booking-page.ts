import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { addDays } from '@forecall/domain';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { mediaMatches } from '../../platform/media/media-matches.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Table } from '../../ui/table/table.js';
import { watchCampaign } from '../campaign-watch.js';
import { injectBookAll } from './book-all.js';
import { BookOutcome } from './book-outcome.js';
import { injectBookingTable } from './booking-table.js';
import { BookingView, mondayOf } from './booking-view.js';
import { ExamFacts } from './exam-facts.js';
import { ExamMovingBar } from './exam-moving-bar.js';
import type { ExamInWeek } from './week-lanes.js';
import { WeekList } from './week-list.js';
import { WeekPicture } from './week-picture.js';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Who examines whom when, a week at a time? */
@Component({
  selector: 'fc-booking-page',
  imports: [
    ...[BookOutcome, ChartCard, Empty, ExamFacts, ExamMovingBar, Icon, KeyCaps, Load, Plot, PlotTable, Ready],
    ...[RouterLink, Shape, Skeleton, Table, WeekList, WeekPicture],
  ],
  providers: [BookingView],
  templateUrl: './booking-page.html',
  styleUrl: './booking-page.css',
})
export class BookingPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly said = injectSaid();
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly table = injectBookingTable();
  protected readonly view = inject(BookingView);
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  private readonly picture = viewChild(WeekPicture);
  /** From the address. */
  readonly campaign = input.required<string>();
  readonly on = input<string>();

  protected readonly isTable = signal(false);
  protected readonly all = injectBookAll(() => this.view.reload());
  protected readonly heading = computed(() => {
    const from = this.view.week()?.from;
    if (from === undefined) return this.t('booking.heading');
    const words = { from: this.format.day(from), to: this.format.day(addDays(from, 6)) };
    return this.t('booking.heading-week', { ...words, week: this.format.week(`${from}T12:00:00Z`) });
  });
  /** How even the load is: "Sun Li 4, Wu Min 4". */
  protected readonly loads = computed(() => {
    const assessors = this.view.week()?.assessors ?? [];
    const loads = assessors.map(({ staff, exams }) => `${staff.name} ${exams}`).join(this.t('ui.list-comma'));
    return loads && this.t('booking.all.load', { loads });
  });
  protected readonly csv = () => this.table.csv(this.view.week() ?? { exams: [] });
  protected readonly examId = ({ id }: ExamInWeek): string => id;

  constructor() {
    describePage(() => {
      const one = this.view.campaign();
      return {
        title: this.t('booking.heading'),
        parent: { title: one ? this.said(one.name) : this.t('page.exams'), link: `/exams/${this.campaign()}` },
      };
    });
    effect(() => {
      const on = this.on();
      this.view.asked.set({ campaignId: this.campaign(), on: dayForm.test(on ?? '') ? on : undefined });
    });
    watchCampaign(this.campaign, this.view.reload);
    this.view.look = (day) => this.look(day);
    const isFree = () => this.view.holding() === null;
    useKeys('booking.keys.heading', [
      { press: 'm', name: 'booking.move', act: () => this.hold(), when: () => isFree() && this.canHold() },
      { press: 'j', name: 'booking.week-after', act: () => this.step(1), when: isFree },
      { press: 'k', name: 'booking.week-before', act: () => this.step(-1), when: isFree },
      { press: 'b', name: 'booking.all.act', act: () => this.book(), when: () => isFree() && this.view.mayBook() },
      {
        press: 'ArrowDown',
        name: 'booking.keys.into',
        act: () => this.picture()?.focusFirst(),
        when: () => isFree() && isOnPage(),
      },
      { press: '$mod+z', name: 'keys.undo', act: () => this.toasts.undo(), when: () => this.toasts.canUndo() },
    ]);
  }

  protected step(by: number): void {
    const from = this.view.week()?.from;
    if (from !== undefined) this.look(addDays(from, 7 * by));
  }

  protected isThisWeek(): boolean {
    return this.view.week()?.from === mondayOf(this.format.today());
  }

  protected look(on: string): void {
    void this.router.navigate([], { queryParams: { on }, queryParamsHandling: 'merge' });
  }

  protected book(): void {
    const campaign = this.view.campaign();
    if (campaign) void this.all.book(campaign);
  }

  protected open({ id }: ExamInWeek): void {
    void this.router.navigate(['/my-exams', id], { queryParams: { from: 'booking' } });
  }

  private canHold(): boolean {
    const exam = this.view.exam();
    return exam !== undefined && !this.isTable() && !this.isNarrow() && this.view.mayMove(exam);
  }

  private hold(): void {
    const exam = this.view.exam();
    if (exam) this.view.hold(exam);
  }
}

/** Nothing that has keys of its own has the focus. */
const isOnPage = (): boolean =>
  [document.body, document.querySelector('main')].includes(document.activeElement as HTMLElement);
