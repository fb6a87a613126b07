import { Component, computed, linkedSignal, model } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { isRecord, type Definition } from './definition.js';
import { presetFaults } from './preset-faults.js';

/** The whole preset as it is written; held to the same rules as the server's. */
@Component({
  selector: 'fc-text-form',
  imports: [Glyph],
  template: `
    <label class="small quiet" for="preset-text">{{ t('mapping.as-text-note') }}</label>
    <textarea
      id="preset-text"
      class="input"
      rows="24"
      spellcheck="false"
      #box
      [value]="text()"
      (input)="take(box.value)"
    ></textarea>
    @if (isBroken()) {
      <p class="fault" role="alert"><fc-glyph state="alarm" />{{ t('mapping.no-json') }}</p>
    } @else {
      <ul [attr.aria-label]="t('mapping.faults')">
        @for (fault of faults(); track $index) {
          <li class="fault">
            <fc-glyph state="alarm" />
            <span
              ><code>{{ fault.path }}</code> <span lang="en">{{ fault.message }}</span></span
            >
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    textarea,
    code {
      font-family: var(--fc-font-mono);
    }
    textarea {
      font-size: var(--fc-text-small);
    }
    .fault {
      display: flex;
      gap: 6px;
      align-items: center;
      padding: 2px 0;
    }
  `,
})
export class TextForm {
  protected readonly t = injectTexts();
  readonly definition = model.required<Definition>();
  /** What is typed stays as it is typed, sound or not. */
  protected readonly text = linkedSignal<Definition, string>({
    source: this.definition,
    computation: (definition, before) =>
      before && isSame(before.value, definition) ? before.value : JSON.stringify(definition, null, 2),
  });
  protected readonly isBroken = computed(() => parsed(this.text()) === undefined);
  protected readonly faults = computed(() => presetFaults(this.definition()));

  protected take(text: string): void {
    this.text.set(text);
    const definition = parsed(text);
    if (definition) this.definition.set(definition);
  }
}

function parsed(text: string): Definition | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isSame = (text: string, definition: Definition): boolean =>
  JSON.stringify(parsed(text)) === JSON.stringify(definition);
