import { Component, inject, input } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** What one correction changed. */
export interface PastVersion {
  readonly at: string;
  /** Null: not by a person of ours. */
  readonly by: string | null;
  readonly why: string;
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
}

/** What something was before each correction: who changed what, when and why. Nothing where it was never corrected. */
@Component({
  selector: 'fc-past-versions',
  template: `
    @if (versions().length > 0) {
      <section [attr.aria-label]="t('ui.versions.past')">
        <h3>{{ t('ui.versions.past') }}</h3>
        @for (one of versions(); track $index) {
          <div class="one">
            <p>
              <b>{{ one.by ?? t('ui.versions.program') }}</b>
              <span class="small quiet"> {{ format.dayTime(one.at) }}</span>
            </p>
            <p class="small quiet">{{ one.why }}</p>
            <dl class="facts small">
              @for (change of one.changes; track change.field) {
                <dt>{{ fieldOf()(change.field) }}</dt>
                <dd>
                  <del>{{ textOf()(change.field, change.before) }}</del> → {{ textOf()(change.field, change.after) }}
                </dd>
              }
            </dl>
          </div>
        }
      </section>
    }
  `,
  styles: `
    section {
      border-top: 1px solid var(--fc-line);
      padding: 12px 14px;
    }
    .one {
      display: grid;
      gap: 4px;
      padding: 8px 0;
    }
    dd {
      overflow-wrap: anywhere;
    }
    del {
      color: var(--fc-text-3);
    }
  `,
})
export class PastVersions {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  /** The last first. */
  readonly versions = input.required<readonly PastVersion[]>();
  readonly fieldOf = input.required<(field: string) => string>();
  readonly textOf = input.required<(field: string, value: unknown) => string>();
}
