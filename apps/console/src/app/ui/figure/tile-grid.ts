import { Directive, ElementRef, inject } from '@angular/core';

const steps: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * A grid of tiles that the arrow keys walk: left and right in order, up and down to the tile that lies nearest in the
 * next row, by where they are on the screen.
 */
@Directive({
  selector: '[fcTileGrid]',
  host: { '(keydown)': 'walk($event)' },
})
export class TileGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected walk(event: KeyboardEvent): void {
    const step = steps[event.key];
    const tiles = [...this.host.querySelectorAll<HTMLElement>('a')];
    const from = tiles.findIndex((tile) => tile === event.target);
    if (!step || from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const boxes = tiles.map((tile) => tile.getBoundingClientRect());
    const to = nextTile(boxes, from, step);
    if (to === undefined) return;
    event.preventDefault();
    tiles[to]?.focus();
  }
}

interface Box {
  left: number;
  top: number;
}

/** Which of the boxes, laid out in rows, is reached from one of them. */
export function nextTile(
  boxes: readonly Box[],
  from: number,
  step: 'left' | 'right' | 'up' | 'down',
): number | undefined {
  const start = boxes[from];
  if (!start) return undefined;
  if (step === 'left' || step === 'right') {
    const to = from + (step === 'left' ? -1 : 1);
    return boxes[to] ? to : undefined;
  }
  const rows = boxes.map((box) => box.top).filter((top) => (step === 'up' ? top < start.top : top > start.top));
  const row = step === 'up' ? Math.max(...rows) : Math.min(...rows);
  const distances = boxes.map((box) => (box.top === row ? Math.abs(box.left - start.left) : Infinity));
  const nearest = Math.min(...distances);
  return Number.isFinite(nearest) ? distances.indexOf(nearest) : undefined;
}
