import { Component, computed, inject, input, output, signal } from '@angular/core';
import { itemsOf, looksPassed, type Rubric, shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Banner } from '../../ui/feedback/banner.js';
import { State } from '../../ui/state/state.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { MarkingFile } from './marking-file.js';

/** What it came to, what is missing, the feedback, and the signature after which nothing changes. */
@Component({
  selector: 'fc-summary-view',
  imports: [Banner, State],
  templateUrl: './summary-view.html',
  styleUrl: './summary-view.css',
})
export class SummaryView {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  protected readonly file = inject(MarkingFile);
  private readonly problems = inject(ProblemTexts);
  readonly rubric = input.required<Rubric>();
  /** Null: nobody is examined, as in a gold session. */
  readonly candidate = input.required<string | null>();
  readonly chosen = output<string>();

  protected readonly isSigning = signal(false);
  protected readonly fault = signal<string | null>(null);
  protected readonly score = computed(() => this.file.score());
  protected readonly shown = computed(() => {
    const score = this.score()?.score ?? null;
    return score === null ? '–' : shownScore(score);
  });
  protected readonly under = computed(() => {
    const score = this.score();
    if (!score || score.score === null || !looksPassed(score, this.rubric())) return null;
    return this.format.underLimit(score.score, this.rubric().passMark);
  });
  protected readonly open = computed(() => this.named(this.score()?.open));
  protected readonly failed = computed(() => this.named(this.score()?.failedCritical));

  protected write(event: Event): void {
    this.file.change({ feedback: (event.target as HTMLTextAreaElement).value });
  }

  protected async sign(): Promise<void> {
    if (this.isSigning()) return;
    this.isSigning.set(true);
    this.fault.set(null);
    try {
      if (!(await this.file.sign())) this.fault.set(this.t('marking.sign.no-line'));
    } catch (error) {
      this.fault.set(this.problems.sentence(error));
    } finally {
      this.isSigning.set(false);
    }
  }

  private named(ids: readonly string[] = []): { id: string; name: string }[] {
    return itemsOf(this.rubric())
      .filter(({ id }) => ids.includes(id))
      .map(({ id, text }) => ({ id, name: this.said(text) }));
  }
}
