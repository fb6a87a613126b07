import { Component, computed, inject, input, output } from '@angular/core';
import type { ComplaintDetail } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { isOwnerChange, type LineItem } from '../time-line-items.js';
import { Effect } from './effect.js';
import { valueText } from './line-words.js';

/** What was said with it, below the line. */
@Component({
  selector: 'fc-line-more',
  imports: [Effect],
  templateUrl: './line-more.html',
  styleUrl: './line-more.css',
})
export class LineMore {
  protected readonly t = injectTexts();
  readonly item = input.required<LineItem>();
  readonly complaint = input.required<ComplaintDetail>();
  /** Of the ids in changes. */
  readonly names = input.required<Readonly<Record<string, string>>>();
  readonly changed = output();
  private readonly format = inject(Formats);
  /** Of its own actions, by who sees to it; those of a merged one are told there. */
  protected readonly mayTellEffect = computed(
    () => this.complaint().possibleSteps.length > 0 && this.item().of === undefined,
  );
  protected readonly isOwner = isOwnerChange;
  protected readonly valueText = (field: string, value: unknown): string =>
    valueText(this.t, field, value, this.names(), this.format.dateTime);
}
