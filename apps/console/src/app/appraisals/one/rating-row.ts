import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { ratingWords } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';

interface Rated {
  readonly rating: number | null;
  readonly comment: string;
}

let count = 0;

/** One thing that is rated from 1 to 5, in words, with what is said of it. What shows how it went is projected. */
@Component({
  selector: 'fc-rating-row',
  imports: [Glyph],
  templateUrl: './rating-row.html',
  styleUrl: './rating-row.css',
  host: { '[class.bad]': '!!error()' },
})
export class RatingRow {
  protected readonly t = injectTexts();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly heading = input.required<string>();
  readonly what = input('');
  readonly rated = input<Rated | null>(null);
  readonly isWritable = input(false);
  /** Why it has no rating, where that is known. */
  readonly unrated = input('');
  readonly error = input<string>();
  readonly changed = output<Rated>();
  protected readonly name = `rating-${++count}`;
  protected readonly ratings = ratingWords.map((word, at) => ({ word, rating: at + 1 }));
  protected readonly rating = computed(() => this.rated()?.rating ?? null);
  protected readonly comment = computed(() => this.rated()?.comment ?? '');
  protected readonly word = computed(() => ratingWords[(this.rating() ?? 0) - 1]);

  /** The row takes the focus: at its rating, else at the one that is expected of everybody. */
  focus(): void {
    const radios = this.radios();
    (radios.find(({ checked }) => checked) ?? radios[2])?.focus();
  }

  holdsFocus(): boolean {
    return this.host.contains(document.activeElement);
  }

  /** The focus goes along: from there the arrow keys go on. */
  rateByKey(rating: number): void {
    this.rate(rating);
    this.radios()[rating - 1]?.focus();
  }

  protected rate(rating: number | null): void {
    if (this.isWritable()) this.changed.emit({ rating, comment: this.comment() });
  }

  protected say(comment: string): void {
    this.changed.emit({ rating: this.rating(), comment });
  }

  private radios(): HTMLInputElement[] {
    return [...this.host.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }
}
