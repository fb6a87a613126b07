import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import type { CallInPlan } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { mediaMatches } from '../../platform/media/media-matches.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { Filter } from '../../ui/choice/filter.js';
import { Segment } from '../../ui/choice/segment.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { Table } from '../../ui/table/table.js';
import { ListOrPlan } from '../list/list-or-plan.js';
import { CallMoves } from '../move/call-moves.js';
import { CallFacts } from './call-facts.js';
import { DayPlan } from './day-plan.js';
import { LoadPlan } from './load-plan.js';
import { MovingBar } from './moving-bar.js';
import { NarrowDay } from './narrow-day.js';
import { NarrowLoad } from './narrow-load.js';
import { isWeekOver, mondayOf, planViews, type PlanViewName, steppedBy } from './plan-period.js';
import { csvOf, injectPlanTables, type PlanRow, type PlanTable } from './plan-tables.js';
import { PlanView } from './plan-view.js';
import { WeekPlan } from './week-plan.js';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Who has how much to call, when, and what could go elsewhere? */
@Component({
  selector: 'fc-plan-page',
  imports: [
    ...[
      CallFacts,
      ChartCard,
      DayPlan,
      Empty,
      Filter,
      Icon,
      ListOrPlan,
      Load,
      LoadPlan,
      MovingBar,
      NarrowDay,
      NarrowLoad,
    ],
    ...[Plot, PlotTable, Ready, RouterLink, Segment, Shape, Skeleton, Table, WeekPlan],
  ],
  providers: [PlanView],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly tables = injectPlanTables();
  protected readonly plan = inject(PlanView);
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  private readonly week = viewChild(WeekPlan);

  /** From the address. */
  readonly view = input<string>();
  readonly on = input<string>();
  readonly team = input<string>();
  protected readonly viewed = computed(() => planViews.find((name) => name === this.view()) ?? 'week');
  /** Where no day is asked for: today, or the week to come where this one is over. */
  private readonly firstDay = signal(this.format.today());
  protected readonly day = computed(() => (dayForm.test(this.on() ?? '') ? (this.on() ?? '') : this.firstDay()));
  protected readonly isTable = signal(false);

  protected readonly viewOptions = computed(() =>
    planViews.map((value) => ({ value, label: this.t(`call-plan.view.${value}`) })),
  );
  protected readonly teamOptions = computed(() => [
    { value: '', label: this.t('call-plan.all-teams') },
    ...(this.plan.head()?.teams ?? []).map((team) => ({ value: team.id, label: this.nameOf(team) })),
  ]);
  protected readonly heading = computed(() => {
    const days = this.plan.load.value()?.callers[0]?.days;
    const [from, to] = [days?.[0]?.day, days?.at(-1)?.day];
    const view = this.plan.view();
    if (view === 'day') return this.format.day(this.plan.day.value()?.day ?? this.day());
    if (from === undefined || to === undefined) return this.t('call-plan.heading');
    const words = { from: this.format.day(from), to: this.format.day(to), week: this.format.week(`${from}T12:00:00Z`) };
    return this.t(`call-plan.heading-${view}`, words);
  });
  protected readonly table = computed((): PlanTable => {
    const [day, load] = [this.plan.day.value(), this.plan.load.value()];
    const name = this.plan.view();
    if (name === 'day') return day ? this.tables.day(day) : { columns: [], rows: [] };
    return load ? this.tables[name](load) : { columns: [], rows: [] };
  });
  protected readonly csv = () => csvOf(this.table());
  protected readonly rowId = ({ id }: PlanRow): string => id;
  protected readonly mayMove = computed(() => this.session.hasRole('rep', 'supervisor', 'head'));
  protected readonly isToday = computed(() => this.day() === this.format.today());
  /** What the day looks at was taken back: it may stand on another day. */
  private readonly cameFrom = signal<string | null>(null);

  constructor() {
    effect(() => {
      const today = this.plan.today();
      if (isWeekOver(this.plan.load.value()?.callers ?? [], today)) this.firstDay.set(addDays(mondayOf(today), 7));
    });
    effect(() => this.plan.asked.set({ view: this.viewed(), on: this.day(), teamId: this.team() }));
    inject(CallMoves)
      .takenBack.pipe(takeUntilDestroyed())
      .subscribe((id) => this.goBack(id));
    const isFree = () => this.plan.holding() === null;
    const shows = (view: PlanViewName) => () => this.look({ view });
    useKeys('keys.plan', [
      {
        press: 'm',
        name: 'calls.move.heading',
        act: () => this.hold(this.plan.call()),
        when: () => isFree() && this.canHold(),
      },
      { press: 'j', name: 'keys.next', act: () => this.step(1), when: isFree },
      { press: 'k', name: 'keys.previous', act: () => this.step(-1), when: isFree },
      { press: '1', name: 'call-plan.view.day', act: shows('day'), when: isFree },
      { press: '2', name: 'call-plan.view.week', act: shows('week'), when: isFree },
      { press: '3', name: 'call-plan.view.load', act: shows('load'), when: isFree },
      { press: 'ArrowDown', name: 'call-plan.into', act: () => this.enter(), when: () => isFree() && isOnPage() },
      { press: '$mod+z', name: 'keys.undo', act: () => this.toasts.undo(), when: () => this.toasts.canUndo() },
    ]);
    // Days that were never asked for have nothing to come back to.
    effect(() => {
      if (this.viewed() !== 'day') untracked(() => this.cameFrom.set(null));
    });
  }

  protected look(change: { view?: PlanViewName; on?: string; team?: string | null }): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected step(by: number): void {
    this.look({ on: steppedBy(this.viewed(), this.day(), by) });
  }

  /** The brief of a call, among the calls of its caller; what has no caller yet is known by its account. */
  protected open(call: CallInPlan): void {
    const staff = call.staff?.id;
    if (staff === undefined) void this.router.navigate(['/accounts', call.account.id]);
    else {
      const own = staff === this.session.me()?.staffId;
      void this.router.navigate(['/calls'], { queryParams: { ...(!own && { staff }), call: call.id, also: call.id } });
    }
  }

  protected canHold(): boolean {
    return this.mayMove() && this.plan.view() === 'day' && !this.isTable() && this.plan.call()?.state === 'planned';
  }

  protected hold(call: CallInPlan | undefined): void {
    if (!call) return;
    this.cameFrom.set(this.day());
    this.plan.hold(call, this.isNarrow());
  }

  protected giveUp(): void {
    this.plan.holding.set(null);
  }

  protected moved({ day }: { readonly day: string }): void {
    this.plan.holding.set(null);
    this.plan.reload();
    this.look({ view: 'day', on: day });
  }

  /** To the day that the call stood on before it was moved. */
  private goBack(id: string): void {
    const day = this.cameFrom();
    this.plan.callId.set(id);
    if (day !== null && this.viewed() === 'day') this.look({ on: day });
  }

  /** Into the picture, from wherever the page has the focus. */
  private enter(): void {
    const id = this.plan.call()?.id;
    if (this.viewed() === 'week') this.week()?.focusFirst();
    else if (id !== undefined) document.querySelector<HTMLElement>(`[data-call="${id}"]`)?.focus();
    else document.querySelector<HTMLElement>('fc-load-plan a.cell')?.focus();
  }
}

const isOnPage = (): boolean => document.activeElement === document.body;
