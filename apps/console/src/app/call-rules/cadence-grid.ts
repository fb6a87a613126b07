import { Component, inject, input, output, signal } from '@angular/core';
import type { CallRules } from '@forecall/contracts';
import { type CareClass, careClasses } from '@forecall/domain';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Glyph } from '../ui/state/glyph.js';
import { CallRulesClient } from './call-rules-client.js';
import { cadenceOf, type Tier, tierColumns, usualCadence } from './cadences.js';

/** Days between two calls, by class and tier. What is not set shows what holds in its place. */
@Component({
  selector: 'fc-cadence-grid',
  imports: [Glyph],
  templateUrl: './cadence-grid.html',
  styleUrls: ['./number-table.css', './cadence-grid.css'],
})
export class CadenceGrid {
  protected readonly t = injectTexts();
  private readonly client = inject(CallRulesClient);
  private readonly problems = inject(ProblemTexts);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly rules = input.required<CallRules>();
  /** Only to be read. */
  readonly isFixed = input(false);
  readonly changed = output();

  protected readonly classes = careClasses;
  protected readonly tiers = tierColumns;
  /** The cell that holds what cannot be saved, and why. */
  protected readonly fault = signal<{ readonly cell: string; readonly text: string } | null>(null);

  protected cellOf(careClass: CareClass, tier: Tier): string {
    return `cadence-${careClass}-${tier ?? 'all'}`;
  }

  protected nameOf(careClass: CareClass, tier: Tier): string {
    const column = tier === null ? this.t('call-rules.cadence.all') : this.t('call-rules.cadence.tier', { tier });
    return this.t('call-rules.cadence.label', { class: this.t(`desk.class.${careClass}`), tier: column });
  }

  protected set(careClass: CareClass, tier: Tier): string {
    return String(cadenceOf(this.rules().cadences, careClass, tier) ?? '');
  }

  /** Whether the number was set, and what holds where none was. */
  protected holds(careClass: CareClass, tier: Tier): string {
    const { cadences } = this.rules();
    if (cadenceOf(cadences, careClass, tier) !== undefined) return this.t('call-rules.cadence.is-set');
    const isAsClass = tier !== null && cadenceOf(cadences, careClass, null) !== undefined;
    return this.t(isAsClass ? 'call-rules.cadence.as-class' : 'call-rules.cadence.as-usual', {
      count: usualCadence(cadences, careClass, tier),
    });
  }

  protected async enter(careClass: CareClass, tier: Tier, typed: string): Promise<void> {
    const cell = this.cellOf(careClass, tier);
    const text = typed.trim();
    if (text === this.set(careClass, tier)) {
      if (this.fault()?.cell === cell) this.fault.set(null);
      return;
    }
    const isDays = text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 366);
    this.fault.set(isDays ? null : { cell, text: this.t('call-rules.cadence.fault') });
    if (!isDays) return;
    const before = cadenceOf(this.rules().cadences, careClass, tier) ?? null;
    const after = text === '' ? null : Number(text);
    const write = (days: number | null, was: number | null) =>
      this.client.setCadence({ class: careClass, tier, days, was });
    try {
      await write(after, before);
      this.changed.emit();
      this.toasts.show({
        text: text === '' ? 'call-rules.cadence.usual' : 'call-rules.cadence.done',
        values: {
          class: this.nameOf(careClass, tier),
          days: this.t('call-rules.cadence.days', { count: Number(text) }),
        },
        undo: () => this.faults.heed(write(before, after)).then(() => this.changed.emit()),
      });
    } catch (error) {
      const isStale = problemOf(error).code === 'changed-meanwhile';
      this.fault.set({ cell, text: isStale ? this.t('call-rules.meanwhile') : this.problems.sentence(error) });
      if (isStale) this.changed.emit();
    }
  }
}
