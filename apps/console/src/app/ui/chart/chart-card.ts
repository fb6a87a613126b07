import { Clipboard } from '@angular/cdk/clipboard';
import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  contentChild,
  Directive,
  inject,
  input,
  model,
  output,
  TemplateRef,
} from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Icon } from '../icon/icon.js';
import { KeyCaps } from '../keys/key-caps.js';

@Directive({ selector: 'ng-template[fcPlot]' })
export class Plot {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** The same numbers as the plot, as a table. */
@Directive({ selector: 'ng-template[fcPlotTable]' })
export class PlotTable {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/**
 * A chart with its head: what is plotted and per what, receipts, "show as table" (T), copy as CSV. The legend, for what
 * is not labelled at the line, is projected as `fcLegend`. Of several on a page one has `main`, and T is its key.
 */
@Component({
  selector: 'fc-chart-card',
  imports: [NgTemplateOutlet, Icon, KeyCaps],
  templateUrl: './chart-card.html',
  styleUrl: './chart-card.css',
})
export class ChartCard {
  protected readonly t = injectTexts();
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  readonly heading = input.required<string>();
  /** "per quarter-hour, complaints / contacts" */
  readonly note = input<string>();
  readonly isTable = model(false, { alias: 'table' });
  readonly isMain = input(false, { alias: 'main', transform: booleanAttribute });
  /** Gives the numbers; without it there is nothing to copy. */
  readonly csv = input<() => string>();
  readonly hasReceipts = input(false);
  /** What the receipts are of, where that is not plain: "Receipts, today". */
  readonly receiptsLabel = input<string>();
  readonly receipts = output();
  protected readonly plot = contentChild.required(Plot);
  protected readonly plotTable = contentChild(PlotTable);

  constructor() {
    const bindings = [{ press: 't', name: 'keys.table', act: () => this.toggle(), when: () => this.isMain() }];
    useKeys('keys.chart', bindings);
  }

  protected toggle(): void {
    this.isTable.update((shown) => !shown);
  }

  protected copy(): void {
    const csv = this.csv();
    if (csv && this.clipboard.copy(csv())) this.toasts.show({ text: 'ui.chart-copied' });
  }
}
