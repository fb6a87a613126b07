import { Component, computed, inject } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Banner } from '../../ui/feedback/banner.js';
import { AppraisalFile } from './appraisal-file.js';

/** Whether what is written is saved, in sight wherever on the page one writes; where another tab wrote too, which goes on. */
@Component({
  selector: 'fc-keeping-bar',
  imports: [Banner],
  template: `
    @if (file.keeping() === 'clash') {
      <fc-banner kind="watch" [heading]="t('appraisals.clash')">
        {{ t('appraisals.clash-text') }}
        <button fcActions type="button" class="button" (click)="file.keepHere()">
          {{ t('appraisals.keep-mine') }}
        </button>
        <button fcActions type="button" class="button" (click)="file.takeTheirs()">
          {{ t('appraisals.take-theirs') }}
        </button>
      </fc-banner>
    }
    <p
      class="small"
      role="status"
      [class.bad]="file.keeping() === 'refused'"
      [class.quiet]="file.keeping() !== 'refused'"
    >
      {{ said() }}
    </p>
  `,
  styles: `
    :host {
      position: sticky;
      z-index: var(--fc-z-sticky);
      bottom: 0;
      display: block;
      border: 1px solid var(--fc-line);
      border-radius: var(--fc-radius-card);
      background: var(--fc-surface);
    }
    p {
      min-height: 32px;
      padding: 6px 14px;
    }
    fc-banner {
      margin: 8px 8px 0;
    }
    .bad {
      color: var(--fc-alarm-text);
    }
    /* Above the bar of the pages. */
    @media (max-width: 640px) {
      :host {
        bottom: calc(68px + env(safe-area-inset-bottom));
      }
    }
  `,
})
export class KeepingBar {
  protected readonly t = injectTexts();
  protected readonly file = inject(AppraisalFile);
  private readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  protected readonly said = computed(() => {
    const [state, at] = [this.file.keeping(), this.file.savedAt()];
    if (state === 'refused') return this.problems.sentence(this.file.refusal());
    if (state === 'stored')
      return at ? this.t('appraisals.saved.stored', { time: this.timeOf(at) }) : this.t('appraisals.saved.nothing');
    return this.t(`appraisals.saved.${state}`);
  });

  /** The day as well, where that is not today. */
  private timeOf(at: string): string {
    return this.format.dayOf(at) === this.format.today() ? this.format.time(at) : this.format.date(at);
  }
}
