import { Component, computed, inject, input, signal } from '@angular/core';
import type { RubricText } from '@forecall/contracts';
import {
  appliesTo,
  itemsOf,
  looksPassed,
  markFault,
  type Marks,
  pointsOf,
  scoreOf,
  shownScore,
} from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { injectSaid } from '../../platform/i18n/said.js';

const stateOf: Readonly<Record<ReturnType<typeof scoreOf>['state'], StateName>> = {
  ...{ open: 'none', passed: 'usual', failed: 'alarm', 'not-assessed': 'stale' },
};

type Item = RubricText['groups'][number]['items'][number];
type Mark = Marks[string];

/** A rubric as an assessor sees it, to be tried: marks are kept nowhere; score and state are those of an exam. */
@Component({
  selector: 'fc-rubric-trial',
  imports: [State],
  templateUrl: './rubric-trial.html',
  styleUrl: './rubric-trial.css',
})
export class RubricTrial {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly format = inject(Formats);
  readonly rubric = input.required<RubricText>();
  /** All that is written of each item is shown, not only what was chosen. */
  readonly withAll = input(false);

  private readonly given = signal<Marks>({});
  /** What the rubric no longer knows does not count. */
  protected readonly marks = computed((): Marks => {
    const rubric = this.rubric();
    return Object.fromEntries(
      Object.entries(this.given()).filter(([item, mark]) => markFault(rubric, { [item]: mark }) === null),
    );
  });
  protected readonly score = computed(() => {
    const rubric = this.rubric();
    // A level is missing while it is written.
    return itemsOf(rubric).every((item) => pointsOf(item).length > 0) ? scoreOf(rubric, this.marks()) : null;
  });
  protected readonly shown = computed(() => {
    const score = this.score()?.score;
    return score === null || score === undefined ? '–' : shownScore(score);
  });
  protected readonly state = computed(() => stateOf[this.score()?.state ?? 'open']);
  protected readonly why = computed(() => {
    const [rubric, score] = [this.rubric(), this.score()];
    if (!score) return '';
    const names = itemsOf(rubric).filter(({ id }) => score.failedCritical.includes(id));
    const critical = names.map(({ text }) => this.t('exam-papers.try.failed-on', { item: this.said(text) }));
    const isExplained = score.score !== null && looksPassed(score, rubric);
    return [...critical, ...(isExplained ? [this.format.underLimit(score.score, rubric.passMark)] : [])].join(' ');
  });

  protected readonly pointsOf = pointsOf;

  protected applies(item: Item): boolean {
    return appliesTo(this.rubric(), item, this.marks()) === true;
  }

  protected word(item: Item, points: number): string {
    if (item.kind === 'points') return String(points);
    return this.t(points === 1 ? 'exam-papers.try.yes' : 'exam-papers.try.no');
  }

  protected levelText(item: Item, points: Mark | undefined): string {
    const level = item.kind === 'points' ? item.levels.find((one) => one.points === points) : undefined;
    return level ? this.said(level.text) : '';
  }

  protected give(item: string, mark: Mark): void {
    const { [item]: before, ...rest } = this.given();
    this.given.set(before === mark ? rest : { ...rest, [item]: mark });
  }

  protected clear(): void {
    this.given.set({});
  }
}
