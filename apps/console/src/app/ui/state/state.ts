import { Component, computed, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph, type StateName } from './glyph.js';

/** A state as glyph and word, always both. `label` in place of the word: "4 min old", "n = 4", "2 h 30 left". */
@Component({
  selector: 'fc-state',
  imports: [Glyph],
  template: `<fc-glyph [state]="state()" />{{ shown() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      vertical-align: middle;
      color: var(--fc-text-2);
      font-size: var(--fc-text-small);
      line-height: var(--fc-lead-small);
      font-weight: var(--fc-weight-medium);
      white-space: nowrap;
    }
    :host(.watch) {
      color: var(--fc-watch-text);
    }
    :host(.alarm) {
      color: var(--fc-alarm-text);
      font-weight: var(--fc-weight-strong);
    }
    :host(:is(.stale, .none)) {
      color: var(--fc-stale-text);
    }
  `,
  host: { '[class]': 'state()' },
})
export class State {
  private readonly t = injectTexts();
  readonly state = input.required<StateName>();
  readonly label = input<string>();
  protected readonly shown = computed(() => this.label() ?? this.t(`state.${this.state()}`));
}
