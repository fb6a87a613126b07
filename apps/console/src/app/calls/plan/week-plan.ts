import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LoadOfDay, PlanLoad } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { TileGrid } from '../../ui/figure/tile-grid.js';
import { State } from '../../ui/state/state.js';
import { LoadFigures } from './load-figures.js';
import { injectLoadWords } from './load-words.js';
import { loadByDay, loadOf, overBy, sumOf, takenPercent } from './loads.js';
import { PlanView } from './plan-view.js';

/** Callers by days: in each cell how many calls stand against how many can be made. A cell opens its day. */
@Component({
  selector: 'fc-week-plan',
  imports: [LoadFigures, RouterLink, State, TileGrid],
  templateUrl: './week-plan.html',
  styleUrl: './week-plan.css',
})
export class WeekPlan {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectLoadWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(PlanView);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly plan = input.required<PlanLoad>();

  protected readonly days = computed(() => loadByDay(this.plan().callers));
  protected readonly all = computed(() => sumOf(this.days().map(([, load]) => load)));
  /** A team is named where there are several. */
  protected readonly hasTeams = computed(() => new Set(this.plan().callers.map(({ team }) => team?.id)).size > 1);
  protected readonly loadOf = loadOf;
  protected readonly sumOf = sumOf;
  protected readonly overBy = overBy;
  protected readonly takenPercent = takenPercent;

  protected sum(days: readonly LoadOfDay[]) {
    return sumOf(days.map(loadOf));
  }

  protected isTarget(staffId: string, day: string): boolean {
    const target = this.view.holding()?.target;
    return target?.staffId === staffId && target.day === day;
  }

  protected isFrom(staffId: string, day: string): boolean {
    const call = this.view.holding()?.call;
    return call?.staff?.id === staffId && call.onDay === day;
  }

  /** While a call is held a press on a cell is where it goes. */
  protected press(event: Event, staffId: string, day: string): void {
    if (!this.view.holding()) return;
    event.preventDefault();
    event.stopPropagation();
    this.view.aim({ staffId, day });
  }

  /** The first cell of today, or of the week. */
  focusFirst(): void {
    const today = this.host.querySelector<HTMLElement>('a.cell[data-today]');
    (today ?? this.host.querySelector<HTMLElement>('a.cell'))?.focus();
  }
}
