import { Component, inject, input } from '@angular/core';
import type { WorkedOn } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Banner } from '../../ui/feedback/banner.js';

type Row = WorkedOn['rows'][number];

/** Why an import is not undone: what people have worked on since, and how. */
@Component({
  selector: 'fc-worked-on-list',
  imports: [Banner],
  template: `
    <fc-banner kind="watch" [heading]="t('imports.worked-on.heading', { count: found().count })">
      {{ t('imports.worked-on.why') }}
    </fc-banner>
    <ul>
      @for (row of found().rows; track row.id) {
        <li>
          <span>{{ t('imports.worked-on.kind.' + row.kind) }} {{ nameOf(row) }}</span>
          <span class="quiet small"> {{ whatOf(row) }}</span>
        </li>
      }
      @if (found().count > found().rows.length) {
        <li class="quiet">{{ t('imports.more', { count: found().count - found().rows.length }) }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      max-height: 240px;
      padding: 6px 2px;
      overflow-y: auto;
    }
    li {
      padding: 3px 0;
      border-bottom: 1px solid var(--fc-line);
    }
  `,
})
export class WorkedOnList {
  protected readonly t = injectTexts();
  private readonly texts = inject(Texts);
  private readonly format = inject(Formats);
  readonly found = input.required<WorkedOn>();

  protected nameOf({ kind, name }: Row): string {
    return kind === 'contact' || kind === 'answer' ? this.format.dateTime(name) : name;
  }

  protected whatOf({ what }: Row): string {
    const key = `imports.worked-on.what.${what}`;
    return this.t(this.texts.has(key) ? key : 'imports.worked-on.what.in-use');
  }
}
