/** Words at a vertical line, or at a mark. */
export interface Word {
  readonly key: string;
  readonly x: number;
  readonly text: string;
}

export interface PlacedWord extends Word {
  readonly row: number;
  readonly anchor: 'start' | 'end';
  /** The text, cut with a mark of it where there is no room for all. */
  readonly shown: string;
}

/** From here on characters are as wide as they are high. */
const firstWide = 0x2e80;

/** A Chinese font has this mark as wide as its other characters. */
const cutMark = '…';
/** Fewer characters of a word than this say nothing. */
const fewestShown = 3;

/** How wide a text is about, at 11 px. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one === cutMark || (one.codePointAt(0) ?? 0) >= firstWide ? 12 : 6), 0);

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = '';
  for (const one of text) {
    if (textWidth(`${kept}${one}${cutMark}`) > room) break;
    kept += one;
  }
  return kept.length < fewestShown ? '' : `${kept.trimEnd()}${cutMark}`;
}

const gap = 5;

/**
 * Words beside their lines, in rows from the top: to the right of the line, at its left near the plot's end. Where all
 * rows are taken the text is cut to what is left in the roomiest.
 */
export function placeWords(words: readonly Word[], width: number, rows: number): PlacedWord[] {
  const ends = Array.from({ length: rows }, () => -Infinity);
  return words
    .toSorted((a, b) => a.x - b.x)
    .map((word) => {
      const needed = textWidth(word.text) + gap;
      const turns = word.x + needed > width && word.x > width / 2;
      const anchor = turns ? 'end' : 'start';
      const start = turns ? word.x - needed : word.x;
      const free = ends.findIndex((end) => end <= start);
      const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
      const room = turns ? word.x - gap - Math.max(0, ends[row] ?? 0) : width - word.x - gap;
      // Behind a word in the same row there is nothing to begin with at the line itself.
      const isTaken = !turns && (ends[row] ?? 0) > word.x;
      const shown = isTaken ? '' : cut(word.text, room);
      if (shown !== '') ends[row] = turns ? word.x + gap : word.x + textWidth(shown) + 2 * gap;
      return { ...word, row, anchor, shown };
    });
}

/** A place of the plot, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How often a line through these places comes into a box, about. */
const crossings = (places: readonly Place[], from: Place, to: Place): number =>
  places.filter((one, n) => {
    const before = places[n - 1] ?? one;
    const [left, right] = [Math.min(one.x, before.x), Math.max(one.x, before.x)];
    const [top, bottom] = [Math.min(one.y, before.y), Math.max(one.y, before.y)];
    return right >= from.x && left <= to.x && bottom >= from.y && top <= to.y;
  }).length;

const wordHeight = 14;

/** Where above a level words stand freest of a line: the first such place along it, by its left end. */
export function freestAlong(
  line: readonly Place[],
  { from, to, y }: { from: number; to: number; y: number },
  width: number,
) {
  const count = Math.max(1, Math.floor((to - from - width) / 12) + 1);
  const starts = Array.from({ length: count }, (_, n) => from + 4 + n * 12);
  const costs = starts.map((x) => crossings(line, { x, y: y - wordHeight }, { x: x + width, y: y - 1 }));
  return starts[costs.indexOf(Math.min(...costs))] ?? from + 4;
}

/** How far off the line words about a place stand free of it: below where that was asked for and there is room. */
export function clearOf(
  line: readonly Place[],
  { x, y }: Place,
  half: number,
  side: 'above' | 'below',
  height: number,
) {
  const near = line.filter((one) => Math.abs(one.x - x) <= half + 4).map((one) => one.y);
  const below = Math.max(y, ...near) + 17;
  if (side === 'below' && below <= height - 4) return below;
  return Math.max(10, Math.min(y, ...near) - 9);
}
