import { Component, computed, inject, input } from '@angular/core';
import type { ExamReport } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { PointReading, type ReadPoint } from '../../ui/chart/point-reading.js';
import { countOf, scoreBars } from './score-bars.js';

/** How scores are spread about the pass mark; who failed on a critical item stands hatched, whatever their score. */
@Component({
  selector: 'fc-score-plot',
  imports: [PointReading],
  templateUrl: './score-plot.html',
  styleUrl: './score-plot.css',
})
export class ScorePlot {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly report = input.required<ExamReport>();
  readonly finding = input.required<string>();
  private readonly width = injectWidth();
  protected readonly drawing = computed(() => (this.width() === 0 ? null : scoreBars(this.report(), this.width())));
  protected readonly markLabel = computed(() =>
    this.t('campaigns.report.mark', { mark: this.report().rubric.passMark }),
  );

  protected readonly points = computed((): ReadPoint[] =>
    (this.drawing()?.bars ?? []).map(({ bin, middle }) => ({
      ...{ key: String(bin.from), x: middle, y: null },
      name: this.t('campaigns.report.scores', { from: bin.from, to: bin.to }),
      lines: [
        this.t('campaigns.report.exams', { count: countOf(bin) }),
        ...(['passed', 'failed', 'critical'] as const)
          .filter((part) => bin[part] > 0)
          .map((part) => this.t(`campaigns.report.bin.${part}`, { count: this.format.count(bin[part]) })),
      ],
    })),
  );
}
