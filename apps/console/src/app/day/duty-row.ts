import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DutyEntry } from '@forecall/contracts';
import type { DutyStanding } from '@forecall/domain';
import { dutyTitle, otherOf, subjectOf } from '../platform/duty/duty-text.js';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { SourceLink } from '../platform/page/source-link.js';
import { Icon } from '../ui/icon/icon.js';
import { Glyph } from '../ui/state/glyph.js';

/** One duty in a list: when, what, whose. */
@Component({
  selector: 'fc-duty-row',
  imports: [Glyph, Icon, RouterLink],
  templateUrl: './duty-row.html',
  styleUrl: './duty-row.css',
  host: { '[class.looked-at]': 'isLookedAt()', '[attr.data-duty]': 'duty().id' },
})
export class DutyRow {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly sources = inject(SourceLink);
  readonly duty = input.required<DutyEntry>();
  readonly standing = input.required<DutyStanding | 'ended'>();
  readonly isLookedAt = input(false);
  readonly finished = output();

  protected readonly title = computed(() =>
    dutyTitle({ ...this.duty(), ofOther: otherOf(this.duty()) }, this.t, this.locale()),
  );
  protected readonly when = computed(() => {
    const { dueAt: over, doneAt, parameters } = this.duty();
    if (this.standing() === 'ended') return this.format.dayTime(doneAt ?? over);
    // What takes place at a time is looked for by when it begins.
    const dueAt = parameters['startsAt'] ?? over;
    const due = this.format.due(dueAt);
    // Under "today" the time alone says it, where there is one.
    return this.standing() === 'today' && due.includes(':') ? this.format.time(dueAt) : due;
  });
  protected readonly subject = computed(() => subjectOf(this.duty(), this.locale()));
  protected readonly isCall = computed(() => this.duty().kind === 'proactive-call');
  protected readonly source = computed(() => this.sources.ofDuty(this.duty()));
  /** What stands under it behind what it is about: whose it is where it is not one's own, and what came of it. */
  protected readonly detail = computed(() => {
    const { way, owner, unit, outcome, outcomeNote } = this.duty();
    const name = owner?.name ?? (unit ? this.nameOf(unit) : '');
    const parts: string[] = [];
    if (way !== 'own') parts.push(this.t(`my-day.way.${way}`, { name }));
    if (outcome !== null) parts.push(outcomeNote || this.t(`my-day.outcome.${outcome}`));
    return parts.filter(Boolean).join(' · ');
  });
}
