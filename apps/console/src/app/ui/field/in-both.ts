import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import type { InBoth } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../state/glyph.js';

let count = 0;
const sides = ['en', 'zh'] as const;

/** A text in both languages, side by side; whether one of them is enough, its errors say. */
@Component({
  selector: 'fc-in-both',
  imports: [Glyph],
  template: `
    <fieldset [attr.aria-describedby]="error() ? id + '-error' : null">
      <legend>{{ label() }}</legend>
      @if (error(); as text) {
        <p class="error" [id]="id + '-error'"><fc-glyph state="alarm" />{{ text }}</p>
      }
      <div>
        @for (side of sides; track side) {
          <span>
            <label class="caption faint" [for]="id + side">{{ t('locale.' + side) }}</label>
            @if (sideErrors()[side]; as text) {
              <p class="error" [id]="id + side + '-error'"><fc-glyph state="alarm" />{{ text }}</p>
            }
            @if (rows() > 1) {
              <textarea
                #box
                class="input"
                [style.--rows]="rows()"
                [id]="id + side"
                [attr.lang]="langs[side]"
                [attr.maxlength]="most()"
                [rows]="rows()"
                [value]="value()[side]"
                [attr.aria-label]="nameOf()(side)"
                [attr.aria-invalid]="error() || sideErrors()[side] ? true : null"
                [attr.aria-describedby]="sideErrors()[side] ? id + side + '-error' : null"
                (input)="tell(side, box.value)"
              ></textarea>
            } @else {
              <input
                #line
                type="text"
                class="input"
                autocomplete="off"
                [id]="id + side"
                [attr.lang]="langs[side]"
                [attr.maxlength]="most()"
                [value]="value()[side]"
                [attr.aria-label]="nameOf()(side)"
                [attr.aria-invalid]="error() || sideErrors()[side] ? true : null"
                [attr.aria-describedby]="sideErrors()[side] ? id + side + '-error' : null"
                (input)="tell(side, line.value)"
              />
            }
            @if (value()[side].length >= most()) {
              <p class="small quiet" role="status">{{ t('ui.at-most', { count: most() }) }}</p>
            }
          </span>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    legend {
      margin-bottom: 2px;
      color: var(--fc-text-2);
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-medium);
    }
    :host(.bare) legend {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    :host(.bare) label {
      display: none;
    }
    /* What one language alone has to say, above its box or below, moves the box of the other along. */
    div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      grid-template-rows: repeat(4, auto);
      column-gap: 8px;
    }
    span {
      display: grid;
      grid-row: span 4;
      grid-template-rows: subgrid;
    }
    label {
      grid-row: 1;
      margin-bottom: 2px;
    }
    .error {
      display: flex;
      align-items: center;
      gap: 5px;
      margin-bottom: 4px;
      color: var(--fc-alarm-text);
      font-size: var(--fc-text-small);
    }
    span .error {
      grid-row: 2;
    }
    .input {
      grid-row: 3;
      width: 100%;
    }
    [role='status'] {
      grid-row: 4;
      margin-top: 2px;
    }
    /* Grows with its text, and with that in the other language. */
    textarea {
      min-height: calc(var(--rows) * 1lh + 14px);
      field-sizing: content;
    }
    @media (max-width: 640px) {
      div {
        grid-template-columns: 1fr;
        grid-template-rows: none;
        row-gap: 8px;
      }
      span {
        grid-row: auto;
        grid-template-rows: none;
      }
      :host(.bare) label {
        display: block;
      }
    }
  `,
  host: { '[class.bare]': 'isBare()' },
})
export class InBothField {
  protected readonly t = injectTexts();
  readonly label = input.required<string>();
  readonly value = input.required<InBoth>();
  readonly most = input.required<number>();
  readonly rows = input(1);
  readonly error = input<string>();
  /** What is wrong with one language alone. */
  readonly sideErrors = input<{ readonly en?: string | undefined; readonly zh?: string | undefined }>({});
  /** The label is for readers alone. */
  readonly isBare = input(false, { alias: 'bare', transform: booleanAttribute });
  readonly changed = output<InBoth>();
  protected readonly id = `both-${++count}-`;
  protected readonly sides = sides;
  protected readonly langs = { en: 'en', zh: 'zh-CN' };
  protected readonly nameOf = computed(() => {
    const label = this.label();
    return (side: 'en' | 'zh') => this.t('ui.in-language', { what: label, language: this.t(`locale.${side}`) });
  });

  protected tell(side: 'en' | 'zh', text: string): void {
    this.changed.emit({ ...this.value(), [side]: text });
  }
}
