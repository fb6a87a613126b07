import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LoadOfDay, PlanLoad } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { State } from '../../ui/state/state.js';
import { LoadFigures } from './load-figures.js';
import { injectLoadWords } from './load-words.js';
import { type Load, loadOf, overBy, sumOf, takenPercent, weeksIn } from './loads.js';
import type { PlanViewName } from './plan-period.js';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly load: Load;
  readonly away: string;
}

interface Part {
  readonly first: string;
  readonly heading: string;
  readonly load: Load;
  readonly opens: PlanViewName;
  readonly lines: readonly Line[];
}

/** Loads as a list, where there is no room beside each other: by days of a week, or by weeks. */
@Component({
  selector: 'fc-narrow-load',
  imports: [LoadFigures, RouterLink, State],
  template: `
    @for (part of parts(); track part.first) {
      <section class="card" [attr.aria-label]="part.heading">
        <div class="card-head">
          <h2>
            <a [routerLink]="[]" [queryParams]="{ view: part.opens, on: part.first }" queryParamsHandling="merge">{{
              part.heading
            }}</a>
          </h2>
          <fc-load-figures class="push-end" [load]="part.load" />
        </div>
        <ul>
          @for (line of part.lines; track line.id) {
            <li class="line">
              <span class="clip">{{ line.name }}</span>
              <span class="meter" [class.full]="overBy(line.load) > 0" aria-hidden="true"
                ><i [style.width.%]="takenPercent(line.load)"></i
              ></span>
              <fc-load-figures class="figures" [load]="line.load" />
              @if (words.over(line.load) || line.away || words.late(line.load)) {
                <span class="note small">
                  @if (words.over(line.load); as text) {
                    <fc-state state="watch" [label]="text" />
                  }
                  @if (line.away) {
                    <span class="quiet">{{ line.away }}</span>
                  }
                  @if (words.late(line.load); as text) {
                    <span class="late">{{ text }}</span>
                  }
                </span>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './narrow.css',
})
export class NarrowLoad {
  protected readonly t = injectTexts();
  protected readonly words = injectLoadWords();
  private readonly format = inject(Formats);
  readonly plan = input.required<PlanLoad>();
  readonly by = input.required<'day' | 'week'>();
  protected readonly overBy = overBy;
  protected readonly takenPercent = takenPercent;

  protected readonly parts = computed((): Part[] => {
    const { callers } = this.plan();
    const isByDay = this.by() === 'day';
    const runsOf = (days: readonly LoadOfDay[]) => (isByDay ? days.map((day) => [day]) : weeksIn(days));
    return runsOf(callers[0]?.days ?? []).map((run, n): Part => {
      const lines = callers.map(({ staff, days }): Line => {
        const own = runsOf(days)[n] ?? [];
        const away = isByDay && own[0] ? this.words.away(own[0]) : '';
        return { id: staff.id, name: staff.name, load: sumOf(own.map(loadOf)), away };
      });
      const first = run[0]?.day ?? '';
      return {
        ...{ first, lines, load: sumOf(lines.map(({ load }) => load)), opens: isByDay ? 'day' : 'week' },
        heading: isByDay ? this.format.day(first) : this.weekFrom(first),
      };
    });
  });

  private weekFrom(first: string): string {
    const noon = `${first}T12:00:00Z`;
    return [this.format.week(noon), this.t('call-plan.from', { day: this.format.shortDate(noon) })].join(
      this.t('call-plan.comma'),
    );
  }
}
