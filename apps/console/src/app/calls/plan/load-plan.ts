import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LoadOfDay, PlanLoad } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { TileGrid } from '../../ui/figure/tile-grid.js';
import { State } from '../../ui/state/state.js';
import { LoadFigures } from './load-figures.js';
import { injectLoadWords } from './load-words.js';
import { loadOf, sumOf, weeksIn } from './loads.js';
import { PlanView } from './plan-view.js';
import { WeekColumns } from './week-columns.js';

/** Callers by weeks: how full the weeks to come are, day by day as columns against what can be done. */
@Component({
  selector: 'fc-load-plan',
  imports: [LoadFigures, RouterLink, State, TileGrid, WeekColumns],
  templateUrl: './load-plan.html',
  styleUrls: ['./week-plan.css', './load-plan.css'],
})
export class LoadPlan {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectLoadWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(PlanView);
  readonly plan = input.required<PlanLoad>();

  protected readonly weeks = computed(() => weeksIn(this.plan().callers[0]?.days ?? []));
  protected readonly all = computed(() =>
    this.weeks().map((_, n) => this.sum(this.plan().callers.flatMap(({ days }) => weeksIn(days)[n] ?? []))),
  );
  protected readonly hasTeams = computed(() => new Set(this.plan().callers.map(({ team }) => team?.id)).size > 1);
  /** The scale that all columns share: the most that stands on, or can be done on, any day. */
  protected readonly most = computed(() =>
    Math.max(
      1,
      ...this.plan().callers.flatMap(({ days }) => days.map((day) => Math.max(loadOf(day).calls, day.capacity))),
    ),
  );
  protected readonly weeksIn = weeksIn<LoadOfDay>;

  protected sum(days: readonly LoadOfDay[]) {
    return sumOf(days.map(loadOf));
  }

  protected weekOf(days: readonly LoadOfDay[]): string {
    return this.format.week(`${days[0]?.day ?? this.view.today()}T12:00:00Z`);
  }

  /** "3 days off": whole days of leave and holidays. */
  protected daysOff(days: readonly LoadOfDay[]): string {
    const count = days.filter(
      ({ away, capacity }) => capacity === 0 && (away === 'leave' || away === 'holiday'),
    ).length;
    return count === 0 ? '' : this.t('call-plan.days-off', { count });
  }
}
