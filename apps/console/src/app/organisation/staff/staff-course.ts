import { Component, computed, inject, input, output } from '@angular/core';
import type { StaffFile, StaffTeam } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { injectPeriodText, phaseOf, type IsoPeriod } from '../dated/period-text.js';
import type { UnitNames } from './unit-names.js';

interface Step extends IsoPeriod {
  readonly id: string;
  readonly what: string;
  readonly where: string;
  readonly phase: ReturnType<typeof phaseOf>;
  /** A move that has not begun can be taken back. */
  readonly planned: StaffTeam | null;
}

/** All that is dated about a person, the newest first: teams, and what they lead. */
@Component({
  selector: 'fc-staff-course',
  template: `
    <section [attr.aria-label]="t('organisation.staff.course')">
      <h3>{{ t('organisation.staff.course') }}</h3>
      <ol>
        @for (step of steps(); track step.id) {
          <li [class]="step.phase">
            <span class="what">
              <span>
                <b>{{ step.what }}</b><span class="where quiet small">{{ step.where }}</span>
              </span>
              <span class="small quiet">{{ periodText(step) }}</span>
            </span>
            @if (step.planned; as planned) {
              <button
                type="button"
                class="button small quiet"
                [attr.aria-label]="t('organisation.staff.withdraw-named', { team: step.what })"
                (click)="withdrawn.emit(planned)"
              >
                {{ t('organisation.withdraw') }}
              </button>
            }
          </li>
        } @empty {
          <li class="quiet">{{ t('organisation.staff.no-course') }}</li>
        }
      </ol>
    </section>
  `,
  styleUrl: './staff-course.css',
})
export class StaffCourse {
  protected readonly t = injectTexts();
  protected readonly periodText = injectPeriodText();
  private readonly clock = inject(ServerClock);
  readonly person = input.required<StaffFile>();
  readonly names = input.required<UnitNames>();
  readonly withdrawn = output<StaffTeam>();

  protected readonly steps = computed((): Step[] => {
    const { memberships, leads } = this.person();
    const now = this.clock.now();
    const teams = memberships.map((one): Step => {
      const phase = phaseOf(one, now);
      return {
        id: one.membershipId,
        what: this.names().of(one.teamId, one.teamName),
        where: this.names().of(one.departmentId, one.departmentName),
        phase,
        planned: phase === 'coming' ? one : null,
        ...{ from: one.from, to: one.to },
      };
    });
    const led = leads.map((one): Step => ({
      id: one.id,
      what: this.names().of(one.unitId, one.unitName),
      where: this.t(`organisation.leading.${one.role}`),
      phase: phaseOf(one, now),
      planned: null,
      ...{ from: one.from, to: one.to },
    }));
    return [...teams, ...led].toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  });
}
