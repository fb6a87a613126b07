import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { injectEntryWords } from './entry-words.js';
import { chosenOf, differencesOf, type ContactEntry, type EntryField, type Whose } from './versions.js';

/** Somebody else saved first: both versions side by side, and for each field whose it shall be. */
@Component({
  selector: 'fc-both-versions',
  imports: [Glyph],
  templateUrl: './both-versions.html',
  styleUrl: './both-versions.css',
})
export class BothVersions {
  protected readonly t = injectTexts();
  protected readonly words = injectEntryWords();
  readonly base = input.required<ContactEntry>();
  readonly mine = input.required<ContactEntry>();
  readonly theirs = input.required<ContactEntry>();
  /** Who saved, and when. */
  readonly told = input.required<string>();
  /** The version that was made of both. */
  readonly chosen = output<ContactEntry>();
  readonly theirsTaken = output();

  protected readonly sides = ['theirs', 'mine'] as const;
  protected readonly differences = computed(() => differencesOf(this.base(), this.mine(), this.theirs()));
  protected readonly choices = linkedSignal((): Partial<Record<EntryField, Whose | null>> =>
    Object.fromEntries(this.differences().map(({ field, usual }) => [field, usual])),
  );
  protected readonly isOpen = computed(() => Object.values(this.choices()).includes(null));

  protected value(side: Whose, field: EntryField): string {
    return this.words.value(field, side === 'mine' ? this.mine() : this.theirs());
  }

  protected choose(field: EntryField, side: Whose): void {
    this.choices.update((choices) => ({ ...choices, [field]: side }));
  }

  protected save(): void {
    if (!this.isOpen()) this.chosen.emit(chosenOf(this.mine(), this.theirs(), this.choices()));
  }
}
