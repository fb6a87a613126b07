import { Component, input } from '@angular/core';

import type { ComplaintDetail } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { isOwnerChange, type LineItem } from '../time-line-items.js';
import { valueText } from './line-words.js';

/** What was said with it, below the line. */
@Component({
  selector: 'fc-line-more',

  templateUrl: './line-more.html',
  styleUrl: './line-more.css',
})
export class LineMore {
  protected readonly t = injectTexts();
  readonly item = input.required<LineItem>();
  readonly complaint = input.required<ComplaintDetail>();
  /** Of the ids in changes. */
  readonly names = input.required<Readonly<Record<string, string>>>();
  protected readonly isOwner = isOwnerChange;
  protected readonly valueText = (field: string, value: unknown): string =>
    valueText(this.t, field, value, this.names());
}
