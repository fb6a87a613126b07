import { afterRenderEffect, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { itemsOf, markOf, type Marks, type Rubric, scoreOf } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { markKind } from './item-words.js';

/** All items with their marks, by group; the one that is being marked stands out. */
@Component({
  selector: 'fc-item-list',
  templateUrl: './item-list.html',
  styleUrl: './item-list.css',
})
export class ItemList {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  readonly rubric = input.required<Rubric>();
  readonly marks = input.required<Marks>();
  /** null: the summary is open. */
  readonly current = input.required<string | null>();
  readonly chosen = output<string>();
  readonly summed = output();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      this.current();
      host.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected readonly groups = computed(() => {
    const { rubric, marks } = { rubric: this.rubric(), marks: this.marks() };
    const sums = new Map(scoreOf(rubric, marks).groups.map((group) => [group.id, group]));
    return rubric.groups.map((group) => {
      const sum = sums.get(group.id);
      return {
        ...{ id: group.id, name: group.name, isCritical: group.items.every(({ isCritical }) => isCritical) },
        sum: sum && sum.denominator > 0 ? `${trimmed(sum.numerator)} / ${trimmed(sum.denominator)}` : '',
        items: group.items.map((item) => {
          const kind = markKind(rubric, item, marks);
          return { item, kind, mark: this.shown(kind, item.kind, markOf(marks, item.id)) };
        }),
      };
    });
  });
  protected readonly left = computed(() => scoreOf(this.rubric(), this.marks()).open.length);
  protected readonly total = computed(() => itemsOf(this.rubric()).length);

  private shown(kind: string, of: 'yes-no' | 'points', mark: Marks[string] | undefined): string {
    if (kind === 'open' || kind === 'off') return '–';
    if (kind === 'not-applicable') return this.t('marking.mark.na');
    if (of === 'yes-no') return this.t(mark === 1 ? 'marking.mark.pass' : 'marking.mark.fail');
    return String(mark);
  }
}

/** Hundredths as points: 9, 12.5. */
const trimmed = (hundredths: number): string => String(Math.round(hundredths) / 100);
