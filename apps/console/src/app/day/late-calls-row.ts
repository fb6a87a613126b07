import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DutyList } from '@forecall/contracts';
import type { DutyStanding } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Glyph } from '../ui/state/glyph.js';

/** The late calls of one caller, as one line: the way to their list and to the plan. */
@Component({
  selector: 'fc-late-calls-row',
  imports: [Glyph, RouterLink],
  template: `
    <span class="when" [class.over]="standing() === 'overdue'">
      @if (standing() === 'overdue') {
        <fc-glyph state="watch" />
      }
      <time [attr.datetime]="calls().dueAt">{{
        t('my-day.late-calls.since', { day: format.due(calls().dueAt) })
      }}</time>
    </span>
    <span class="text">
      <a class="what" routerLink="/calls" [queryParams]="{ staff: calls().owner.id }">{{
        t('my-day.late-calls.of', { count: calls().count, name: calls().owner.name })
      }}</a>
    </span>
    <a class="button small quiet" routerLink="/calls/plan" [queryParams]="{ view: 'day' }">{{
      t('my-day.late-calls.plan')
    }}</a>
  `,
  styleUrl: './duty-row.css',
})
export class LateCallsRow {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly calls = input.required<DutyList['lateCalls'][number]>();
  readonly standing = input.required<DutyStanding>();
}
