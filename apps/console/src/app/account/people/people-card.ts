import { Component, computed, inject, signal } from '@angular/core';
import type { PersonAtAccount } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { initialsOf } from '../../ui/text/initials.js';
import { Glyph } from '../../ui/state/glyph.js';
import { AccountFile } from '../account-file.js';
import { HoursWords } from '../hours/hours-words.js';

const shownAtFirst = 6;

/** Who is there: in the order in which they are called, with what one must know before one calls. */
@Component({
  selector: 'fc-people-card',
  imports: [Glyph],
  templateUrl: './people-card.html',
  styleUrl: './people-card.css',
})
export class PeopleCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = inject(HoursWords);
  protected readonly file = inject(AccountFile);
  protected readonly isAll = signal(false);
  private readonly people = computed(() => this.file.account()?.people ?? []);
  protected readonly shown = computed(() => (this.isAll() ? this.people() : this.people().slice(0, shownAtFirst)));
  protected readonly count = computed(() => this.people().length);
  protected readonly initialsOf = initialsOf;

  protected open(personId: string): void {
    this.file.task.set({ of: 'person', personId });
  }

  /** "Head of finance. Professor type" */
  protected about({ position, temperament }: PersonAtAccount): string {
    const parts = [position, temperament && this.t(`temperament.type.${temperament}`)];
    return parts.filter(Boolean).join(this.t('account.people.stop'));
  }

  /** "speaks Chinese, Mon–Fri 09:00–17:00, now 21:40 there"; what is the account's own is said there. */
  protected hours({ zone, callingWeek, language }: PersonAtAccount): string {
    const parts = [
      language && this.t(`account.people.speaks.${language}`),
      callingWeek && this.words.week(callingWeek),
      this.words.there(zone ?? this.file.account()?.zone ?? null),
    ];
    return parts.filter(Boolean).join(this.t('ui.list-comma'));
  }
}
