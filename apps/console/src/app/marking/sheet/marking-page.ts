import { Component, computed, ElementRef, inject, input, resource, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { appliesTo, itemsOf, looksPassed, markOf, shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { describePage } from '../../platform/page/page-head.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { Glyph } from '../../ui/state/glyph.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { BriefView } from './brief-view.js';
import { ItemList } from './item-list.js';
import { ItemView } from './item-view.js';
import { pointsOfKey } from './item-words.js';
import { MarkingFile } from './marking-file.js';
import { PlayedView } from './played-view.js';
import type { SheetKind } from './sheets-client.js';
import { SummaryView } from './summary-view.js';

/** An exam or a gold session is marked: one item at a time, with one hand or by keys, through a lost connection. */
@Component({
  selector: 'fc-marking-page',
  imports: [
    ...[Banner, BriefView, Glyph, Icon, ItemList, ItemView, Load, PlayedView, Ready, RouterLink, Shape, Skeleton],
    SummaryView,
  ],
  providers: [MarkingFile],
  templateUrl: './marking-page.html',
  styleUrls: ['./marking-bar.css', './marking-page.css'],
})
export class MarkingPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly file = inject(MarkingFile);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');
  private readonly view = viewChild(ItemView);
  readonly id = input.required<string>();
  /** By the route. */
  readonly of = input<SheetKind>('exam');

  protected readonly read = resource({
    params: () => ({ of: this.of(), id: this.id() }),
    loader: ({ params }) => this.open(params),
  });
  protected readonly sheet = this.file.sheet;
  protected readonly exam = computed(() => {
    const sheet = this.sheet();
    return sheet && 'exam' in sheet ? sheet : null;
  });
  protected readonly gold = computed(() => {
    const sheet = this.sheet();
    return sheet && 'session' in sheet ? sheet.session : null;
  });
  /** Who is examined, or what is marked. */
  protected readonly title = computed(() => this.exam()?.exam.staff.name ?? this.gold()?.name ?? '');
  protected readonly rubric = computed(() => this.sheet()?.rubric.text);
  private readonly items = computed(() => {
    const rubric = this.rubric();
    return rubric ? itemsOf(rubric) : [];
  });
  /** null: the summary. */
  protected readonly place = signal<string | null>(null);
  protected readonly isListOpen = signal(false);
  protected readonly item = computed(() => this.items().find(({ id }) => id === this.place()));
  protected readonly isNa = computed(() => markOf(this.file.entry().marks, this.place() ?? '') === 'not-applicable');
  protected readonly shown = computed(() => {
    const score = this.file.score()?.score ?? null;
    return score === null ? '–' : shownScore(score);
  });
  protected readonly under = computed(() => {
    const [score, rubric] = [this.file.score(), this.rubric()];
    if (!score || !rubric || score.score === null || !looksPassed(score, rubric)) return null;
    return this.format.underLimit(score.score, rubric.passMark);
  });
  protected readonly sub = computed(() => {
    const gold = this.gold();
    if (gold) {
      const due = this.t('marking.gold.until', { day: this.format.day(gold.dueOn) });
      const parts = [this.t('marking.gold.title'), this.said(gold.rubric.name), due];
      return [...parts, gold.isReference ? this.t('marking.gold.reference') : '']
        .filter(Boolean)
        .join(this.t('marking.and'));
    }
    const exam = this.exam()?.exam;
    if (!exam) return '';
    const parts = [
      this.said(exam.campaign.name),
      this.nameOf(exam.team),
      this.t('marking.attempt', { n: exam.attempt }),
    ];
    return [...parts, exam.role === 'second' ? this.t('marking.as-second') : '']
      .filter(Boolean)
      .join(this.t('marking.and'));
  });
  protected readonly kept = computed(() => {
    if (this.file.isSigned()) return 'signed';
    if (this.notBefore()) return 'ahead';
    if (this.file.keeping() === 'stored') return 'stored';
    const isOnDisk = this.file.isOnDisk();
    return isOnDisk === null ? 'on-its-way' : isOnDisk ? 'kept' : 'not-kept';
  });
  /** The day from which it is marked, while that is still to come. */
  protected readonly notBefore = computed(() => {
    const exam = this.exam()?.exam;
    const day = exam && this.format.dayOf(exam.startsAt);
    return day !== undefined && day > this.format.today() ? day : null;
  });
  /** Whether anybody came is not known yet. */
  protected readonly isUntouched = computed(
    () => this.file.mayMark() && Object.keys(this.file.entry().marks).length === 0,
  );
  protected readonly keys = computed(() => {
    const item = this.item();
    if (!item) return '';
    const points = item.kind === 'yes-no' ? ['P', 'F'] : item.levels.map((level) => String(level.points));
    return points.toSorted((a, b) => (a < b ? 1 : -1)).join(' ');
  });

  constructor() {
    describePage(() => ({ title: this.title() }));
    const mayMark = (): boolean => this.item() !== undefined && this.file.mayMark();
    const noButton = (): boolean => !document.activeElement?.closest('button, a, summary');
    useKeys('page.marking', [
      ...['5', '4', '3', '2', '1', '0', 'p', 'f'].map((press) => ({
        ...{ press, name: `marking.key.${/\d/.test(press) ? 'points' : press}` },
        act: () => this.markBy(press),
        when: mayMark,
      })),
      { press: '-', name: 'marking.key.na', act: () => this.toggleNa(), when: mayMark },
      { press: 'Enter', name: 'marking.key.next', act: () => this.next(), when: noButton },
      { press: 'j', name: 'marking.key.next', act: () => this.next() },
      { press: 'k', name: 'marking.key.back', act: () => this.back() },
      { press: 'n', name: 'marking.key.note', act: () => this.view()?.toNote(), when: mayMark },
      { press: 'e', name: 'marking.key.evidence', act: () => this.view()?.toEvidence(), when: mayMark },
    ]);
  }

  protected mark(mark: number | 'not-applicable' | null): void {
    const item = this.item();
    if (!item || !this.file.mayMark()) return;
    const { [item.id]: _, ...others } = this.file.entry().marks;
    this.file.startTimer();
    this.file.change({ marks: mark === null ? others : { ...others, [item.id]: mark } });
  }

  protected toggleNa(): void {
    if (this.item()?.mayNotApply) this.mark(this.isNa() ? null : 'not-applicable');
  }

  protected next(): void {
    this.go(1);
  }

  protected back(): void {
    this.go(-1);
  }

  protected choose(id: string | null): void {
    this.place.set(id);
    this.isListOpen.set(false);
    const main = this.main()?.nativeElement;
    main?.scrollTo({ top: 0 });
    setTimeout(() => main?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }));
  }

  /** The next or last item that applies, or may yet; after the last comes the summary. */
  private go(step: 1 | -1): void {
    const [rubric, marks] = [this.rubric(), this.file.entry().marks];
    if (!rubric) return;
    const asked = this.items().filter((item) => item.id === this.place() || appliesTo(rubric, item, marks) !== false);
    const at = this.place() === null ? asked.length : asked.findIndex(({ id }) => id === this.place());
    const to = at + step;
    if (to >= 0) this.choose(asked[to]?.id ?? null);
  }

  private markBy(key: string): void {
    const [rubric, item] = [this.rubric(), this.item()];
    if (!rubric || !item || appliesTo(rubric, item, this.file.entry().marks) === false) return;
    const points = pointsOfKey(item, key);
    if (points !== undefined) this.mark(points);
  }

  private async open({ of, id }: { of: SheetKind; id: string }): Promise<true> {
    await this.file.open(of, id);
    const open = this.file.score()?.open[0];
    this.place.set(this.file.isSigned() ? null : (open ?? null));
    return true;
  }
}
