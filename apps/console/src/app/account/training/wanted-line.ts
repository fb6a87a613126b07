import { Component, computed, inject } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { standingOf } from './training-standing.js';
import { TrainingFile } from './training-file.js';

const namesSaid = 3;

/** Whether a training is wanted, since when, and who has not been taught. */
@Component({
  selector: 'fc-wanted-line',
  imports: [Glyph],
  template: `
    @if (trainings.wanted(); as wanted) {
      <p class="wanted">
        @let standing = standingOf(wanted, isPlanned(), format.today());
        <fc-glyph [state]="standing === 'wanted' ? 'watch' : 'usual'" />
        <span>
          <b>{{ t('account.training.standing.' + standing) }}</b>
          {{ why() }}
          @if (untaught(); as names) {
            <span class="quiet">{{ names }}</span>
          }
        </span>
      </p>
    }
  `,
  styles: `
    .wanted {
      display: flex;
      gap: 8px;
      max-width: var(--fc-measure);
      text-wrap: pretty;
    }
    fc-glyph {
      margin-top: 3px;
    }
  `,
})
export class WantedLine {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  protected readonly trainings = inject(TrainingFile);
  protected readonly standingOf = standingOf;

  protected readonly why = computed(() => {
    const last = this.trainings.wanted()?.lastHeldOn;
    const [next] = this.trainings.ahead();
    const told = [
      last ? this.t('account.training.last', { date: this.format.day(last) }) : this.t('account.training.never'),
      next ? this.t('account.training.next', { date: this.format.day(next.heldOn) }) : '',
    ];
    return told.filter(Boolean).join(this.locale() === 'zh' ? '' : ' ');
  });
  /** Also for today. */
  protected readonly isPlanned = computed(() =>
    [...this.trainings.ahead(), ...this.trainings.held()].some(({ heldOn }) => heldOn >= this.format.today()),
  );
  /** "Not taught in 12 months: Ava Moreno, Ben Moreno and 3 more" */
  protected readonly untaught = computed(() => {
    const people = this.trainings.wanted()?.people ?? [];
    if (people.length === 0) return '';
    const names = people.slice(0, namesSaid).map(this.nameOf).join(this.t('ui.list-comma'));
    const more = people.length - namesSaid;
    return more > 0
      ? this.t('account.training.people-more', { names, count: more })
      : this.t('account.training.people', { names });
  });
}
