import { Component, input } from '@angular/core';
import type { ScenarioText } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectSaid } from '../../platform/i18n/said.js';

/** A role play to be read: what the candidate is told, and the brief for whoever plays the customer. */
@Component({
  selector: 'fc-scenario-view',
  template: `
    <div class="stack">
      <p class="small quiet">
        {{ t('exam-papers.temperament') }}:
        {{
          scenario().temperament ? t('temperament.type.' + scenario().temperament) : t('exam-papers.any-temperament')
        }}
      </p>
      @for (variant of scenario().variants; track variant.id) {
        <section class="card" [attr.aria-label]="said(variant.name)">
          <div class="card-head">
            <h2>{{ said(variant.name) }}</h2>
          </div>
          <div class="card-body stack">
            <div>
              <h3>{{ t('exam-papers.situation') }}</h3>
              <p class="told">{{ said(variant.situation) }}</p>
            </div>
            <div class="well">
              <h3>{{ t('exam-papers.brief') }}</h3>
              <p class="told">{{ said(variant.brief) }}</p>
            </div>
          </div>
        </section>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 860px;
    }
    .told {
      max-width: var(--fc-measure);
      white-space: pre-line;
    }
  `,
})
export class ScenarioView {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  readonly scenario = input.required<ScenarioText>();
}
