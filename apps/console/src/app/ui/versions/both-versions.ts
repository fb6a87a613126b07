import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../state/glyph.js';
import { chosenOf, differencesOf, type EntryWords, type FieldOf, type Whose } from './versions.js';

/** Somebody else saved first: both versions side by side, and for each field whose it shall be. */
@Component({
  selector: 'fc-both-versions',
  imports: [Glyph],
  templateUrl: './both-versions.html',
  styleUrl: './both-versions.css',
})
export class BothVersions<Entry extends object> {
  protected readonly t = injectTexts();
  readonly base = input.required<Entry>();
  readonly mine = input.required<Entry>();
  readonly theirs = input.required<Entry>();
  readonly words = input.required<EntryWords<Entry>>();
  /** Who saved, and when. */
  readonly told = input.required<string>();
  /** The version that was made of both. */
  readonly chosen = output<Entry>();
  readonly theirsTaken = output();

  protected readonly sides = ['theirs', 'mine'] as const;
  protected readonly differences = computed(() => differencesOf(this.base(), this.mine(), this.theirs()));
  protected readonly choices = linkedSignal(
    () =>
      Object.fromEntries(this.differences().map(({ field, usual }) => [field, usual])) as Partial<
        Record<FieldOf<Entry>, Whose | null>
      >,
  );
  protected readonly isOpen = computed(() => Object.values(this.choices()).includes(null));

  protected value(side: Whose, field: FieldOf<Entry>): string {
    return this.words().value(field, side === 'mine' ? this.mine() : this.theirs());
  }

  protected choose(field: FieldOf<Entry>, side: Whose): void {
    this.choices.update((choices) => ({ ...choices, [field]: side }));
  }

  protected save(): void {
    if (!this.isOpen()) this.chosen.emit(chosenOf(this.mine(), this.theirs(), this.choices()));
  }
}
