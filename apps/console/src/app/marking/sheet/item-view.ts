import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { appliesTo, itemsOf, markOf, type Rubric, type RubricItem } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { State } from '../../ui/state/state.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { EvidenceList } from './evidence-list.js';
import { MarkingFile } from './marking-file.js';

/** One item: its levels as targets for a thumb, a note for the candidate, and what was seen when. */
@Component({
  selector: 'fc-item-view',
  imports: [EvidenceList, State],
  templateUrl: './item-view.html',
  styleUrl: './item-view.css',
})
export class ItemView {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly file = inject(MarkingFile);
  readonly rubric = input.required<Rubric>();
  readonly item = input.required<RubricItem>();
  /** Null: nobody is examined, as in a gold session. */
  readonly candidate = input.required<string | null>();
  readonly marked = output<number | 'not-applicable' | null>();
  readonly listed = output();

  private readonly note = viewChild<ElementRef<HTMLTextAreaElement>>('note');
  private readonly evidence = viewChild(EvidenceList);
  private readonly all = computed(() => itemsOf(this.rubric()));
  protected readonly place = computed(() => {
    const group = this.rubric().groups.find(({ items }) => items.some(({ id }) => id === this.item().id));
    const [number, count] = [this.all().findIndex(({ id }) => id === this.item().id) + 1, this.all().length];
    return this.t('marking.place', { group: group ? this.said(group.name) : '', number, count });
  });
  protected readonly levels = computed(() => {
    const item = this.item();
    if (item.kind === 'points')
      return item.levels
        .toSorted((a, b) => b.points - a.points)
        .map(({ points, text }) => ({ points, sign: String(points), text: this.said(text) }));
    return [1, 0].map((points) => ({
      points,
      sign: points === 1 ? 'P' : 'F',
      text: this.t(points === 1 ? 'marking.level.yes' : item.isCritical ? 'marking.level.fails' : 'marking.level.no'),
    }));
  });
  protected readonly mark = computed(() => markOf(this.file.entry().marks, this.item().id));
  protected readonly isOff = computed(() => appliesTo(this.rubric(), this.item(), this.file.entry().marks) === false);
  protected readonly base = computed(() => {
    const { onlyIf } = this.item();
    const base = onlyIf && this.all().find(({ id }) => id === onlyIf.itemId);
    return base ? { name: this.said(base.text), points: onlyIf.atLeast } : null;
  });
  protected readonly noteText = computed(() => this.file.entry().notes[this.item().id] ?? '');

  toNote(): void {
    this.note()?.nativeElement.focus();
  }

  toEvidence(): void {
    this.evidence()?.begin();
  }

  protected write(event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    const { [this.item().id]: _, ...others } = this.file.entry().notes;
    this.file.change({ notes: text === '' ? others : { ...others, [this.item().id]: text } });
  }
}
