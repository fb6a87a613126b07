/** What a cell's number format makes of its number. */
export type NumberKind = 'number' | 'date' | 'date-time' | 'time' | 'duration';

/** The formats that every workbook has without saying so, those of East Asian Excel among them (ECMA-376, 18.8.30). */
const builtIn = new Map<number, NumberKind>([
  ...kindOfIds('date', [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]),
  ...kindOfIds('time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]),
  ...kindOfIds('date-time', [22]),
  ...kindOfIds('duration', [46]),
]);

function kindOfIds(kind: NumberKind, ids: readonly number[]): [number, NumberKind][] {
  return ids.map((id) => [id, kind]);
}

export const builtInKind = (id: number): NumberKind => builtIn.get(id) ?? 'number';

/** `yyyy-mm-dd` is a date, `[h]:mm` a duration, `0.00 "days"` a number. */
export function kindOfFormat(format: string): NumberKind {
  const bare = format
    // What is quoted, escaped, filled up or left as room stands for itself.
    .replaceAll(/"[^"]*"|\\.|[_*]./g, '')
    .toLowerCase();
  const [section = ''] = bare.split(';');
  if (/\[(h+|m+|s+)\]/.test(section)) return 'duration';
  const plain = section
    // Colours, conditions, languages.
    .replaceAll(/\[[^\]]*\]/g, '')
    .replace('general', '')
    .replaceAll(/s\.0+/g, 's');
  const hasHalf = /am\/pm|a\/p|上午\/下午/.test(plain);
  const letters = plain.replaceAll(/am\/pm|a\/p|上午\/下午/g, '');
  // An exponent (0.0E+00) is no year of an era.
  if (/[0#?@]/.test(letters)) return 'number';
  const hasTime = hasHalf || /[hs]/.test(letters);
  const hasDate = /[ydeg]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'number';
}
