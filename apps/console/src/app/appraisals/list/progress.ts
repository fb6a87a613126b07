import { Component, computed, inject, input } from '@angular/core';
import { type AppraisalStage, appraisalStages } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

type Counts = Readonly<Partial<Record<AppraisalStage, number>>>;

/** How many of them are signed, drawn and in words, and where the others are. */
@Component({
  selector: 'fc-progress',
  template: `
    <span class="meter" aria-hidden="true"><span [style.width.%]="share()"></span></span>
    <b>{{ format.countOver(counts()['signed'] ?? 0, all()) }}</b>
    @if (others(); as text) {
      <span class="small quiet">{{ text }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(60px, 110px) 62px minmax(0, 1fr);
      gap: 10px;
      align-items: center;
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 640px) {
      :host {
        grid-template-columns: 60px auto;
        gap: 2px 10px;
        justify-content: start;
      }
      .small {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class Progress {
  private readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly counts = input.required<Counts>();
  protected readonly all = computed(() => Object.values(this.counts()).reduce((sum, count) => sum + count, 0));
  protected readonly share = computed(() => (100 * (this.counts()['signed'] ?? 0)) / Math.max(1, this.all()));
  protected readonly others = computed(() =>
    appraisalStages
      .filter((stage) => stage !== 'signed' && (this.counts()[stage] ?? 0) > 0)
      .map((stage) => this.t(`appraisals.count.${stage}`, { n: this.format.count(this.counts()[stage] ?? 0) }))
      .join(' · '),
  );
}
