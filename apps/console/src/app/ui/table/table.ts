import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChild,
  contentChildren,
  Directive,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  TemplateRef,
} from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';
import { nextSelection, nextSort, sortRows, type Sort, type SortValue } from './table-order.js';
import { TableKeys } from './table-keys.js';

export interface Column<Row> {
  /** Names the column for `fcCell` and for sorting. */
  id: string;
  /** Ready to print, with the unit. */
  label: string;
  /** The printed value, where no `fcCell` draws the cell. */
  text?: (row: Row) => string;
  /** Figures stand at the right. */
  isNumber?: boolean;
  /** What it sorts by; a column without it does not sort. */
  sortBy?: (row: Row) => SortValue;
  firstDirection?: Sort['direction'];
  /** The label is for readers alone: a column of buttons needs no head. */
  isHeadHidden?: boolean;
  /** Its cells stay on one line: times, numbers, names of people. */
  isTight?: boolean;
  /** Left out on a narrow screen. */
  isWideOnly?: boolean;
}

/** How a cell of one column is drawn: `<ng-template fcCell="name" [fcCellOf]="rows()" let-row>`. */
@Directive({ selector: 'ng-template[fcCell]' })
export class Cell<Row> {
  readonly column = input.required<string>({ alias: 'fcCell' });
  /** Only tells the type of the row. */
  readonly rows = input<readonly Row[]>([], { alias: 'fcCellOf' });
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_cell: Cell<Row>, context: unknown): context is { $implicit: Row } {
    return context !== null;
  }
}

/** The foot: the ratio of sums, and it says so. Holds the cells of one row. */
@Directive({ selector: 'ng-template[fcFoot]' })
export class Foot {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

const pageRows = 50;

/**
 * Rows under a head that stays in sight. J and K walk the rows, X selects where the table is selectable. The first
 * column names the thing and is its link.
 */
@Component({
  selector: 'fc-table',
  imports: [NgTemplateOutlet, Icon, TableKeys],
  templateUrl: './table.html',
  styleUrl: './table.css',
})
export class Table<Row> {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly label = input.required<string>();
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly rowId = input.required<(row: Row) => string>();
  readonly sort = model<Sort | null>(null);
  readonly isSelectable = input(false, { alias: 'selectable', transform: booleanAttribute });
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** The server has more rows than were given; `more` asks for them. */
  readonly hasMore = input(false);
  readonly more = output();

  private readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly foot = contentChild(Foot);
  private readonly limit = linkedSignal({ source: this.sort, computation: () => pageRows });
  private readonly rangeFrom = signal<string | null>(null);

  private readonly sorted = computed(() => {
    const sort = this.sort();
    const sortBy = this.columns().find((column) => column.id === sort?.column)?.sortBy;
    return sort && sortBy ? sortRows(this.rows(), sortBy, sort.direction) : this.rows();
  });
  protected readonly shown = computed(() => this.sorted().slice(0, this.limit()));
  protected readonly next = computed(() => {
    const rest = this.sorted().length - this.limit();
    return rest > 0 ? Math.min(rest, pageRows) : this.hasMore() ? pageRows : 0;
  });
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.column(), cell.template])));

  protected ariaSort(column: Column<Row>): string | null {
    if (!column.sortBy) return null;
    const sort = this.sort();
    return sort?.column === column.id ? sort.direction : 'none';
  }

  protected sortBy(column: Column<Row>): void {
    const first = column.firstDirection ?? (column.isNumber ? 'descending' : 'ascending');
    this.sort.set(nextSort(this.sort(), column.id, first));
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + pageRows);
    if (this.limit() > this.rows().length && this.hasMore()) this.more.emit();
  }

  protected select(row: string, withRange: boolean): void {
    if (!this.isSelectable()) return;
    const order = this.shown().map(this.rowId());
    this.selected.set(nextSelection(this.selected(), order, row, withRange ? this.rangeFrom() : null));
    this.rangeFrom.set(row);
  }

  protected isSelected(row: Row): boolean {
    return this.selected().has(this.rowId()(row));
  }
}
