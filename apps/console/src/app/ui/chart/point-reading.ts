import { booleanAttribute, Component, computed, input, output, signal } from '@angular/core';

/** A point of a plot as it is read: where it stands, its name, and what is said of it. */
export interface ReadPoint {
  readonly key: string;
  readonly x: number;
  /** Null: it has no value, and no mark. */
  readonly y: number | null;
  readonly name: string;
  readonly lines: readonly string[];
}

const boxWidth = 190;

/**
 * Lies over a plot: pointer and arrow keys read one point after the other. For readers it is a slider over the points,
 * named by the plot's finding. Its parent is positioned.
 */
@Component({
  selector: 'fc-point-reading',
  template: `
    @if (shown(); as one) {
      <i [style.left.px]="one.x" [style.height.px]="depth()" aria-hidden="true"></i>
      @if (one.y !== null) {
        <b [style.left.px]="one.x" [style.top.px]="one.y" aria-hidden="true"></b>
      }
      <div class="box small" [style.left.px]="left()" aria-hidden="true">
        <strong>{{ one.name }}</strong>
        @for (line of one.lines; track $index) {
          <span>{{ line }}</span>
        }
      </div>
    }
  `,
  styleUrl: './point-reading.css',
  host: {
    '[attr.role]': "points().length > 0 ? 'slider' : 'img'",
    '[attr.tabindex]': 'points().length > 0 ? 0 : null',
    '[attr.aria-label]': 'finding()',
    '[attr.aria-valuemin]': 'points().length > 0 ? 1 : null',
    '[attr.aria-valuemax]': 'points().length || null',
    '[attr.aria-valuenow]': 'index() + 1 || null',
    '[attr.aria-valuetext]': 'valueText()',
    '(pointermove)': 'point($event)',
    '(pointerdown)': 'pick($event)',
    '(pointerleave)': 'leave($event)',
    '(focus)': 'hasFocus.set(true)',
    '(blur)': 'hasFocus.set(false)',
    '(keydown)': 'walk($event)',
  },
})
export class PointReading {
  readonly points = input.required<readonly ReadPoint[]>();
  readonly finding = input.required<string>();
  readonly width = input.required<number>();
  /** How far down the line of the read point goes. */
  readonly depth = input.required<number>();

  /** Points lie about: the pointer reads the nearest in both directions. */
  readonly isScattered = input(false, { alias: 'scattered', transform: booleanAttribute });
  /** The key of the point with which reading begins; null for the last. */
  readonly start = input<string | null>(null);
  /** The key of the point that was walked to or pressed: what is said of it elsewhere stays when the pointer goes. */
  readonly picked = output<string>();

  /** The key of the point that is read; null for that of the start. */
  private readonly chosen = signal<string | null>(null);
  protected readonly hasFocus = signal(false);
  protected readonly index = computed(() => {
    const place = (of: string | null) => this.points().findIndex(({ key }) => key === of);
    const found = [place(this.chosen()), place(this.start())].find((index) => index >= 0);
    return found ?? this.points().length - 1;
  });
  private readonly one = computed(() => this.points()[this.index()] ?? null);
  protected readonly shown = computed(() => (this.chosen() !== null || this.hasFocus() ? this.one() : null));
  protected readonly left = computed(() => {
    const x = (this.shown()?.x ?? 0) + 10;
    return Math.max(0, Math.min(x, this.width() - boxWidth));
  });
  protected readonly valueText = computed(() => {
    const one = this.one();
    return one && [one.name, ...one.lines].join(', ');
  });

  protected point({ offsetX, offsetY }: MouseEvent): void {
    const down = (y: number | null) => (this.isScattered() ? (y ?? 0) - offsetY : 0);
    const distances = this.points().map(({ x, y }) => Math.hypot(x - offsetX, down(y)));
    this.choose(distances.indexOf(Math.min(...distances)));
  }

  protected pick(event: MouseEvent): void {
    this.point(event);
    this.tell();
  }

  /** A finger that is lifted has left too, and wants to read. */
  protected leave({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') this.chosen.set(null);
  }

  protected walk(event: KeyboardEvent): void {
    const last = this.points().length - 1;
    const to: Record<string, number> = {
      ArrowLeft: this.index() - 1,
      ArrowDown: this.index() - 1,
      ArrowRight: this.index() + 1,
      ArrowUp: this.index() + 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.choose(Math.min(Math.max(next, 0), last));
    this.tell();
  }

  private tell(): void {
    const key = this.chosen();
    if (key !== null) this.picked.emit(key);
  }

  private choose(index: number): void {
    this.chosen.set(this.points()[index]?.key ?? null);
  }
}
