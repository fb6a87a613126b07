import { Component, computed, inject, input } from '@angular/core';
import type { Marking } from '@forecall/contracts';
import { appliesTo, markOf, type Rubric, type RubricItem } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { State } from '../../ui/state/state.js';
import { markText } from '../paper/mark-text.js';
import { injectSaid } from '../../platform/i18n/said.js';

/** What was given for each item, with its words, its note and what was heard when. */
@Component({
  selector: 'fc-marked-items',
  imports: [State],
  template: `
    @for (group of groups(); track group.id) {
      <h3>{{ said(group.name) }}</h3>
      <ul>
        @for (one of group.items; track one.item.id) {
          <li>
            <span class="grow">
              {{ said(one.item.text) }}
              @if (one.item.isCritical) {
                <span class="pill outline">{{ t('marking.sheet.critical') }}</span>
              }
              @if (one.level) {
                <span class="small quiet level">{{ one.level }}</span>
              }
              @if (one.note) {
                <span class="well">{{ one.note }}</span>
              }
              @for (row of one.evidence; track row.id) {
                <span class="small level"
                  ><time>{{ format.callClock(row.seconds) }}</time> {{ row.text }}
                  @if (row.link) {
                    <a [href]="row.link" target="_blank" rel="noopener noreferrer">{{
                      t('marking.evidence.recording')
                    }}</a>
                  }
                </span>
              }
            </span>
            @if (one.isFailed) {
              <fc-state class="mark" state="alarm" [label]="one.mark" />
            } @else {
              <b class="mark">{{ one.mark }}</b>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    h3 {
      margin-top: 14px;
      font-size: 13px;
      color: var(--fc-text-2);
    }
    li {
      display: flex;
      align-items: start;
      gap: 12px;
      padding: 8px 0;
      border-bottom: 1px solid var(--fc-line);
    }
    .level,
    .well {
      display: block;
      max-width: 66ch;
      margin-top: 4px;
    }
    .mark {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    time {
      color: var(--fc-text-2);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class MarkedItems {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  readonly rubric = input.required<Rubric>();
  readonly marking = input.required<Marking>();

  protected readonly groups = computed(() =>
    this.rubric().groups.map((group) => ({
      ...{ id: group.id, name: group.name },
      items: group.items
        .filter((item) => appliesTo(this.rubric(), item, this.marking().marks) !== false)
        .map((item) => this.shown(item)),
    })),
  );

  private shown(item: RubricItem) {
    const { marks, notes, evidence, failedCritical } = this.marking();
    const mark = markOf(marks, item.id);
    const level = item.kind === 'points' ? item.levels.find(({ points }) => points === mark) : undefined;
    const isFailed = failedCritical.includes(item.id);
    const given = markText(item, mark, this.t);
    return {
      ...{ item, isFailed, note: notes[item.id] ?? '', evidence: evidence.filter((row) => row.item === item.id) },
      level: level ? this.said(level.text) : '',
      // The word of an item that is passed or failed says it already.
      mark: isFailed && item.kind === 'points' ? this.t('marking.mark.failed', { mark: given }) : given,
    };
  }
}
