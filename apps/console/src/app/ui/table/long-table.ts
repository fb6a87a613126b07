import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { nextSelection } from './table-order.js';
import { Cell, type Column } from './table.js';

/** Where a column stands on a narrow screen, on which a row is a card of two lines; without a place it is left out. */
export type CardPlace = 'top' | 'top-end' | 'bottom' | 'bottom-end';

export interface LongColumn<Row> extends Column<Row> {
  /** Its share of the width, as a grid track: "120px", "minmax(0, 2fr)". */
  width: string;
  card?: CardPlace;
}

/** So many rows before the end the next page is asked for. */
const rowsAhead = 25;

/**
 * A table of any length, of which only the rows in sight are drawn. All rows have one height. J and K walk the rows by
 * their links, X selects where the table is selectable, Shift X the range. The rows never move by themselves.
 */
@Component({
  selector: 'fc-long-table',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollableWindow,
    CdkVirtualScrollViewport,
    NgTemplateOutlet,
  ],
  templateUrl: './long-table.html',
  styleUrl: './long-table.css',
  host: { '(focusin)': 'noteFocus($event)', '(keydown)': 'pressShift($event)' },
})
export class LongTable<Row> {
  protected readonly t = injectTexts();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly probe = viewChild.required<ElementRef<HTMLElement>>('probe');
  readonly label = input.required<string>();
  readonly columns = input.required<readonly LongColumn<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly rowId = input.required<(row: Row) => string>();
  readonly isSelectable = input(false, { alias: 'selectable', transform: booleanAttribute });
  readonly selected = model<ReadonlySet<string>>(new Set());
  readonly hasMore = input(false);
  readonly more = output();

  private readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.column(), cell.template])));
  protected readonly tracks = computed(() =>
    [...(this.isSelectable() ? ['34px'] : []), ...this.columns().map(({ width }) => width)].join(' '),
  );
  /** Follows the density and the width of the screen. */
  protected readonly rowPixels = signal(36);
  /** -1: the length is not known, more rows are to come. */
  protected readonly rowCount = computed(() => (this.hasMore() ? -1 : this.rows().length + 1));
  protected readonly trackRow = (_: number, row: Row): string => this.rowId()(row);
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private readonly drawnTo = signal(0);
  private readonly current = signal(-1);
  private readonly rangeFrom = signal<string | null>(null);

  constructor() {
    const destroy = inject(DestroyRef);
    afterNextRender(() => {
      const probe = this.probe().nativeElement;
      const observer = new ResizeObserver(() => this.rowPixels.set(probe.offsetHeight || 36));
      observer.observe(probe);
      destroy.onDestroy(() => observer.disconnect());
    });
    effect((onCleanup) => {
      const seeing = this.viewport().renderedRangeStream.subscribe(({ end }) => this.drawnTo.set(end));
      onCleanup(() => seeing.unsubscribe());
    });
    effect(() => {
      if (this.hasMore() && this.drawnTo() >= this.rows().length - rowsAhead) untracked(() => this.more.emit());
    });
    useKeys('keys.list-page', [
      { press: 'j', name: 'keys.next-row', act: () => this.walk(1) },
      { press: 'k', name: 'keys.previous-row', act: () => this.walk(-1) },
      {
        press: 'x',
        name: 'keys.select-row',
        act: () => this.selectAt(this.current(), false),
        when: () => this.isSelectable(),
      },
    ]);
  }

  protected isSelected(row: Row): boolean {
    return this.selected().has(this.rowId()(row));
  }

  protected selectAt(index: number, withRange: boolean): void {
    const row = this.rows()[index];
    if (!this.isSelectable() || row === undefined) return;
    const id = this.rowId()(row);
    const order = this.rows().map(this.rowId());
    this.selected.set(nextSelection(this.selected(), order, id, withRange ? this.rangeFrom() : null));
    this.rangeFrom.set(id);
  }

  protected noteFocus({ target }: FocusEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (row) this.current.set(Number(row.dataset['index']));
  }

  protected pressShift(event: KeyboardEvent): void {
    if (event.key !== 'X' || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.selectAt(this.current(), true);
  }

  private walk(step: 1 | -1): void {
    const next = Math.max(0, Math.min(this.current() + step, this.rows().length - 1));
    this.current.set(next);
    this.focusRow(next);
  }

  /** The row beside the last one is drawn, since some are drawn beyond the edge. */
  private focusRow(index: number): void {
    const link = () => this.host.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`);
    if (link()) link()?.focus();
    else afterNextRender(() => link()?.focus(), { injector: this.injector });
  }
}
