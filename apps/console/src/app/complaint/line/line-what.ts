import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComplaintDetail } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { isOwnerChange, type LineItem } from '../time-line-items.js';
import { ownerName, saidOf } from './line-words.js';

/** What happened, in one line. */
@Component({
  selector: 'fc-line-what',
  imports: [RouterLink],
  templateUrl: './line-what.html',
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 5px;
    }
  `,
})
export class LineWhat {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  readonly item = input.required<LineItem>();
  readonly complaint = input.required<ComplaintDetail>();
  /** Of the ids in changes. */
  readonly names = input.required<Readonly<Record<string, string>>>();
  protected readonly isOwner = isOwnerChange;
  protected readonly saidOf = (item: LineItem): string => saidOf(this.t, item);
  protected readonly ownerName = (item: LineItem): string | null => ownerName(this.t, item, this.names());
}
