import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FigureAnswer, FigureSince, RowSince } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Glyph } from '../ui/state/glyph.js';
import { FigureTexts } from './figure-texts.js';
import type { FrozenFigure } from './receipts.js';

/** In the receipts of a frozen figure: what was frozen, and what has changed since, with the rows that went. */
@Component({
  selector: 'fc-frozen-part',
  imports: [Glyph, RouterLink],
  template: `
    <p>
      <b>{{ t('figures.frozen.was', { figure: said(frozen().then), at: format.dateTime(frozen().at) }) }}</b>
    </p>
    @if (since(); as found) {
      @if (found.isSame) {
        <p class="quiet" role="status">{{ t('figures.frozen.same') }}</p>
      } @else {
        <p class="line" role="status"><fc-glyph state="watch" />{{ changes(found) }}</p>
        @if (gone().length > 0) {
          <ul class="small" [attr.aria-label]="t('figures.frozen.rows')">
            @for (row of gone(); track row.id) {
              <li>
                @if (row.complaintNumber; as number) {
                  <a [routerLink]="['/complaints', number]">{{ number }}</a>
                }
                <span>{{ about(row) }}</span>
              </li>
            }
          </ul>
        }
      }
    } @else if (hasFailed()) {
      <p class="quiet">{{ t('figures.failed') }}</p>
    } @else {
      <p class="quiet">{{ t('figures.frozen.looking') }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      padding: 12px 14px;
      border: 1px solid var(--fc-line);
      border-radius: var(--fc-radius-card);
    }
    .line {
      display: flex;
      gap: 8px;
      align-items: baseline;
    }
    ul {
      display: grid;
      gap: 4px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
    }
  `,
})
export class FrozenPart {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(FigureTexts);
  readonly frozen = input.required<FrozenFigure>();
  /** null: it is still looked at. */
  readonly since = input.required<FigureSince | null>();
  readonly hasFailed = input(false);
  protected readonly gone = computed(() => (this.since()?.rows ?? []).filter(({ now }) => now === null));

  /** "3.0% (1 / 33)" */
  protected said({ definition, value, numerator, denominator }: FigureAnswer): string {
    const counts = this.format.countOver(numerator, denominator ?? 0);
    return this.t('figures.frozen.figure', { value: this.texts.value(definition.id, value), counts });
  }

  /** "Since then 2 rows came and 1 went: now 0.0% (0 / 34)." */
  protected changes({ now, came, gone }: FigureSince): string {
    const figure = this.said(now);
    if (came === null || gone === null) return this.t('figures.frozen.unkept', { figure });
    if (came + gone === 0) return this.t('figures.frozen.otherwise', { figure });
    const [more, fewer] = [this.format.count(came), this.format.count(gone)];
    return this.t('figures.frozen.changed', { figure, came: more, gone: fewer });
  }

  protected about({ at, then, isVoided }: RowSince): string {
    return [
      at === null ? this.t('figures.frozen.no-day') : this.format.dateTime(at),
      then ? this.t('figures.frozen.added', { above: then.numerator, below: then.denominator }) : '',
      this.t(isVoided ? 'figures.frozen.voided' : 'figures.frozen.gone'),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
