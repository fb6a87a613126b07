import { Component, computed, inject, input } from '@angular/core';
import type { ImportBatch } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { progressOf } from './progress.js';

/** How many rows are through, of about how many. */
@Component({
  selector: 'fc-import-progress',
  template: `
    @let one = progress();
    <p class="row between wrap small" role="status">
      <b>{{ t('imports.state.' + batch().state) }}</b>
      <span class="quiet">
        @if (batch().isStopping) {
          {{ t('imports.stopping') }}
        } @else if (one.of > 0) {
          {{
            t(one.isAbout ? 'imports.rows-of-about' : 'imports.rows-of', {
              done: format.count(one.done),
              of: format.count(one.of),
            })
          }}
        } @else {
          {{ t('imports.rows-so-far', { done: format.count(one.done) }) }}
        }
      </span>
    </p>
    <progress
      [attr.aria-label]="t('imports.progress', { name: batch().fileName })"
      [attr.value]="one.share"
      max="1"
    ></progress>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    progress {
      width: 100%;
      height: 8px;
      accent-color: var(--fc-accent);
    }
  `,
})
export class ImportProgress {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly batch = input.required<ImportBatch>();
  protected readonly progress = computed(() => progressOf(this.batch()));
}
