import { Component, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import type { PresetFault } from './preset-faults.js';

/** What is wrong with one field of a preset. */
@Component({
  selector: 'fc-fault-line',
  imports: [Glyph],
  template: `
    <fc-glyph state="alarm" />
    @if (fault().isMissing) {
      <span>{{ t('mapping.fault.missing') }}</span>
    } @else {
      <span
        >{{ t('mapping.fault.wrong') }} <span lang="en">{{ fault().message }}</span></span
      >
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--fc-alarm-text);
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-medium);
    }
  `,
})
export class FaultLine {
  protected readonly t = injectTexts();
  readonly fault = input.required<PresetFault>();
}
