import { Component, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { Wizard } from '../wizard/wizard.js';
import { SaveForm } from './save-form.js';

/** What was said of a file, kept for the next one of its kind. */
@Component({
  selector: 'fc-save-preset',
  imports: [SaveForm],
  template: `
    @if (wizard().definition(); as definition) {
      <section class="card" [attr.aria-label]="t('imports.presets.keep')">
        <header class="card-head">
          <h2>{{ t('imports.presets.keep') }}</h2>
        </header>
        <fc-save-form
          [definition]="definition"
          [base]="wizard().saved()"
          (defined)="wizard().definition.set($event)"
          (saved)="wizard().takeSaved($event)"
        />
      </section>
    }
  `,
})
export class SavePreset {
  protected readonly t = injectTexts();
  readonly wizard = input.required<Wizard>();
}
