import { Component, computed, inject, input } from '@angular/core';
import type { TrainingEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { AccountFile } from '../account-file.js';
import { materialParts } from './material-parts.js';
import { TrainingFile } from './training-file.js';

/** One session: what was taught, who came, what they thought of it and expect since. */
@Component({
  selector: 'fc-session-card',
  imports: [Icon],
  templateUrl: './session-card.html',
  styleUrl: './session-card.css',
})
export class SessionCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly file = inject(AccountFile);
  protected readonly trainings = inject(TrainingFile);
  readonly training = input.required<TrainingEntry>();

  protected readonly headingId = computed(() => `session-${this.training().id}`);
  protected readonly material = computed(() => materialParts(this.training().material));
  /** Held, and of somebody nobody has noted whether they came. */
  protected readonly isOpen = computed(() => {
    const { isAhead, attendance } = this.training();
    return !isAhead && attendance.some(({ isPresent }) => isPresent === null);
  });
  /** "2 of 3 came", "3 asked" */
  protected readonly count = computed(() => {
    const { isAhead, attendance } = this.training();
    if (attendance.length === 0) return '';
    if (isAhead) return this.t('account.training.asked-count', { count: attendance.length });
    const came = attendance.filter(({ isPresent }) => isPresent).length;
    return this.t('account.training.came-count', { came, all: attendance.length });
  });

  protected stateOf({ isPresent }: TrainingEntry['attendance'][number]): 'came' | 'away' | 'asked' {
    if (isPresent === null) return 'asked';
    return isPresent ? 'came' : 'away';
  }
}
