import { Component, computed, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import type { PresetFault } from './preset-faults.js';

/** What is wrong with one field of a preset. */
@Component({
  selector: 'fc-fault-line',
  imports: [Glyph],
  template: `
    <fc-glyph state="alarm" />
    <span>
      {{ t('mapping.fault.' + fault().kind) }}
      @if (detail(); as words) {
        <span lang="en">{{ words }}</span>
      }
    </span>
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
  /** What no translation says: the words of the contract, or the keys that it does not know. */
  protected readonly detail = computed(() => {
    const { kind, message } = this.fault();
    return kind === 'unknown' ? message.replace('knows no ', '') : kind === 'else' ? message : '';
  });
}
