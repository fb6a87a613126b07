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

/** How wide a text is about, at 11 px: Han is as wide as it is high. */
export const textWidth = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 12 : 6), 0);

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = '';
  for (const one of text) {
    if (textWidth(`${kept}${one}…`) > room) break;
    kept += one;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
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
