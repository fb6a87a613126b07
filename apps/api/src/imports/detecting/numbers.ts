export interface NumberSigns {
  readonly decimal: '.' | ',';
  readonly thousands: ',' | '.' | ' ' | "'" | null;
}

type Thousands = Exclude<NumberSigns['thousands'], null>;

/** How the numbers among these texts are written. `1.250` alone says nothing; `1.250,50` and `0,5` do. */
export function detectNumberSigns(texts: Iterable<string>): NumberSigns {
  const votes = { '.': 0, ',': 0 };
  const groups = { ',': 0, '.': 0, ' ': 0, "'": 0 };
  const weak = { ',': 0, '.': 0 };
  for (const text of texts) {
    if (text.length > 40 || !/^[+-]?\d[\d., ']*$/.test(text)) continue;
    const grouped = /^[+-]?\d{1,3}([., '])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/.exec(text);
    const sign = grouped?.[1] as Thousands | undefined;
    if (sign && grouped?.[2] !== sign) {
      const isTold = grouped?.[2] !== undefined || sign === ' ' || sign === "'" || text.split(sign).length > 2;
      if (isTold) groups[sign] += 1;
      else if (!/^[+-]?0/.test(text)) weak[sign] += 1;
      if (grouped?.[2]) votes[grouped[2] as '.' | ','] += 1;
      if (isTold || !/^[+-]?0/.test(text)) continue;
    }
    const plain = /^[+-]?\d+([.,])\d+$/.exec(text)?.[1] as '.' | ',' | undefined;
    if (plain) votes[plain] += 1;
  }
  const isComma = votes[','] > votes['.'] || (votes['.'] === 0 && groups['.'] > 0 && groups[','] === 0);
  const decimal = isComma ? ',' : '.';
  const other = isComma ? '.' : ',';
  const told = ([other, ' ', "'"] as const)
    .filter((sign) => groups[sign] > 0)
    .toSorted((a, b) => groups[b] - groups[a]);
  const isWeak = weak[other] > 0 && (votes[decimal] > 0 || weak[decimal] === 0);
  return { decimal, thousands: told[0] ?? (isWeak ? other : null) };
}
