import { Component, computed, inject, input, signal } from '@angular/core';
import type { Coverage } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { curvePlot } from './curve-plot.js';

/** How many had passed, day after day, beside the straight way to everybody on the last day. T shows it as a table. */
@Component({
  selector: 'fc-pass-curve',
  imports: [KeyCaps],
  templateUrl: './pass-curve.html',
  styleUrl: './pass-curve.css',
})
export class PassCurve {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly coverage = input.required<Coverage>();
  private readonly width = injectWidth();
  protected readonly isTable = signal(false);
  protected readonly plot = computed(() => (this.width() === 0 ? null : curvePlot(this.coverage(), this.width())));
  /** Those that are drawn. */
  protected readonly lines = computed(() =>
    this.plot()?.ahead ? ['steps', 'straight', 'ahead'] : ['steps', 'straight'],
  );
  protected readonly finding = computed(() => {
    const { passed, eligible } = this.coverage().campaign;
    return this.t('campaigns.curve.finding', { passed, eligible });
  });

  constructor() {
    useKeys('keys.chart', [{ press: 't', name: 'keys.table', act: () => this.toggle() }]);
  }

  protected toggle(): void {
    this.isTable.update((isShown) => !isShown);
  }

  protected dayText(day: string): string {
    return this.format.shortDate(`${day}T12:00:00Z`);
  }
}
