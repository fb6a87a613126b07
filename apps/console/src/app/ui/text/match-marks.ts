export interface MarkedText {
  text: string;
  isMatch: boolean;
}

/** A text cut into what was typed and the rest, for marking; the first place of each typed word counts. */
export function markMatches(text: string, typed: string): MarkedText[] {
  const lower = text.toLowerCase();
  const spans = typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word): [number, number][] => {
      const at = lower.indexOf(word);
      return at < 0 ? [] : [[at, at + word.length]];
    })
    .sort(([a], [b]) => a - b);
  const parts: MarkedText[] = [];
  let done = 0;
  for (const [from, to] of spans) {
    if (to <= done) continue;
    if (from > done) parts.push({ text: text.slice(done, from), isMatch: false });
    parts.push({ text: text.slice(Math.max(from, done), to), isMatch: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMatch: false });
  return parts;
}
