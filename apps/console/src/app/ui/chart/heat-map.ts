import { Component, computed, input, signal } from '@angular/core';
import { injectWidth } from './plot-width.js';

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** 0..1 of the highest; null: no value. */
  readonly share: number | null;
  readonly text: string;
  /** Under the figure, small: on how many it rests. */
  readonly note?: string;
  /** It differs from the whole by more than chance: it has a frame. */
  readonly isBeyond?: boolean;
  /** All that is said of it. */
  readonly reading: string;
}

export interface HeatSide {
  readonly key: string;
  readonly name: string;
}

/** Under this width the hours stand below each other. */
const leastWidth = 760;

/**
 * A table whose cells are darker the higher their figure is, in one colour, each with its number. Arrow keys walk the
 * cells. Narrow, rows and columns change places.
 */
@Component({
  selector: 'fc-heat-map',
  template: `
    @let sides = layout();
    <table #grid role="grid" [attr.aria-label]="finding()">
      <thead>
        <tr>
          <td></td>
          @for (column of sides.columns; track column.key) {
            <th scope="col">{{ column.name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of sides.rows; track row.key; let r = $index) {
          <tr>
            <th scope="row">{{ row.name }}</th>
            @for (column of sides.columns; track column.key; let c = $index) {
              @let cell = cellOf()(row.key, column.key);
              <td
                role="gridcell"
                [attr.data-place]="r + '/' + c"
                [attr.tabindex]="at() === r + '/' + c ? 0 : -1"
                [attr.data-note]="cell?.note"
                [attr.title]="cell?.reading"
                [attr.aria-label]="cell?.reading"
                [style.--share]="cell?.share ?? 0"
                [class.beyond]="cell?.isBeyond"
                [class.none]="cell === undefined || cell.share === null"
                (focus)="at.set(r + '/' + c)"
                (keydown)="walk($event, grid)"
              >
                {{ cell?.text }}
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './heat-map.css',
})
export class HeatMap {
  readonly rows = input.required<readonly HeatSide[]>();
  readonly columns = input.required<readonly HeatSide[]>();
  readonly cells = input.required<readonly HeatCell[]>();
  readonly finding = input.required<string>();

  private readonly width = injectWidth();
  protected readonly at = signal('0/0');
  private readonly isTurned = computed(() => this.width() > 0 && this.width() < leastWidth);
  protected readonly layout = computed(() =>
    this.isTurned() ? { rows: this.columns(), columns: this.rows() } : { rows: this.rows(), columns: this.columns() },
  );
  protected readonly cellOf = computed(() => {
    const cells = new Map(this.cells().map((cell) => [`${cell.row}/${cell.column}`, cell]));
    const isTurned = this.isTurned();
    return (row: string, column: string) => cells.get(isTurned ? `${column}/${row}` : `${row}/${column}`);
  });

  protected walk(event: KeyboardEvent, grid: HTMLElement): void {
    const steps: Record<string, readonly [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [row = 0, column = 0] = this.at().split('/').map(Number);
    grid.querySelector<HTMLElement>(`[data-place="${row + step[0]}/${column + step[1]}"]`)?.focus();
  }
}
