import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamResult } from '@forecall/contracts';
import { appliesTo, itemsOf, markOf, type RubricItem, shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { ExamsClient } from '../exams-client.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { standingOf } from '../mine/exam-state.js';
import { markText } from './mark-text.js';
import { whyUnder } from './why-under.js';

type Marking = ExamResult['markings'][number];

/** The result of an exam on paper: all of it, with lines to sign on. Black on white in every theme. */
@Component({
  selector: 'fc-sheet-page',
  imports: [Load, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './sheet-page.html',
  styleUrls: ['../../ui/paper/paper.css', './sheet-page.css'],
})
export class SheetPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(ExamsClient);
  private readonly session = inject(Session);
  private readonly clock = inject(ServerClock);
  readonly id = input.required<string>();

  protected readonly read = resource({ params: this.id, loader: ({ params }) => this.client.result(params) });
  protected readonly result = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly company = computed(() => this.session.me()?.organisation.name ?? '');
  protected readonly printedAt = computed(() => this.format.fullDate(this.clock.now()));
  protected readonly outcome = computed(() => {
    const result = this.result();
    return result ? this.t(`marking.standing.${standingOf(result.exam).word}`) : '';
  });
  protected readonly score = computed(() => {
    const score = this.result()?.exam.score ?? null;
    return score === null ? null : shownScore(score);
  });
  protected readonly under = computed(() => {
    const result = this.result();
    return result && whyUnder(result.exam, this.format);
  });
  /** The time for it is not over. */
  protected readonly mayDispute = computed(() => {
    const until = this.result()?.exam.disputeUntil ?? null;
    return until !== null && this.format.today() <= until;
  });
  protected readonly failed = computed(() => {
    const ids = new Set(this.result()?.markings.flatMap(({ failedCritical }) => failedCritical));
    const rubric = this.result()?.rubric.text;
    return rubric ? itemsOf(rubric).filter(({ id }) => ids.has(id)) : [];
  });

  protected readonly groups = computed(() => {
    const result = this.result();
    if (!result) return [];
    const { markings, rubric } = result;
    const isAsked = (item: RubricItem) => markings.some(({ marks }) => appliesTo(rubric.text, item, marks) !== false);
    return rubric.text.groups
      .map(({ id, name, items }) => ({
        ...{ id, name },
        items: items.filter(isAsked).map((item) => ({ item, given: markings.map((one) => this.given(item, one)) })),
      }))
      .filter(({ items }) => items.length > 0);
  });

  constructor() {
    describePage(() => {
      const exam = this.result()?.exam;
      const parent = { title: exam?.staff.name ?? this.t('page.exam-result'), link: `/my-exams/${this.id()}` };
      return { title: this.t('page.exam-sheet'), parent };
    });
  }

  protected print(): void {
    window.print();
  }

  /** What one assessor gave for an item, in the words of its level, with their note. */
  private given(item: RubricItem, { id, assessor, marks, notes, failedCritical }: Marking) {
    const mark = markOf(marks, item.id);
    const level = item.kind === 'points' ? item.levels.find(({ points }) => points === mark) : undefined;
    return {
      ...{ id, by: assessor.name, mark: markText(item, mark, this.t), note: notes[item.id] ?? '' },
      words: level ? this.said(level.text) : '',
      isFailed: failedCritical.includes(item.id),
    };
  }
}
