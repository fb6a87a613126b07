import type { ImportDetection, ImportEncoding } from '@forecall/contracts';
import { analyse } from 'chardet';

export type DetectedEncoding = NonNullable<ImportDetection['encoding']>;

/** The encoding of a text by its beginning, which may end in the middle of a letter. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return marked;
  if (isValid(bytes, 'utf-8')) return { name: 'utf-8', sureness: 'sure', suspected: null };
  const matches = analyse(bytes);
  const confidence = (name: string) => matches.find((match) => match.name === name)?.confidence ?? 0;
  const western = Math.max(confidence('windows-1252'), confidence('ISO-8859-1'));
  const isChinese = isValid(bytes, 'gb18030') && pairShare(bytes) >= 0.8;
  const name = isChinese ? 'gb18030' : 'windows-1252';
  const [best] = matches;
  const agrees = isChinese ? confidence('GB18030') >= western : western >= 40;
  const isReadable = best === undefined || /^(UTF-8|GB18030|windows-1252|ISO-8859-1|ASCII)$/.test(best.name);
  return {
    name,
    sureness: agrees && isReadable ? 'likely' : 'guess',
    suspected: !isReadable && best.confidence >= 40 ? best.name : null,
  };
}

/** A byte order mark says it. */
function byMark([first, second, third]: Uint8Array): DetectedEncoding | undefined {
  const sure = (name: ImportEncoding): DetectedEncoding => ({ name, sureness: 'sure', suspected: null });
  if (first === 0xef && second === 0xbb && third === 0xbf) return sure('utf-8');
  if (first === 0xff && second === 0xfe) return sure('utf-16le');
  return first === 0xfe && second === 0xff ? sure('utf-16be') : undefined;
}

/** Line ends, digits and delimiters have a zero in UTF-16, always in the same place of two; text has none elsewhere. */
function byZeros(bytes: Uint8Array): DetectedEncoding | undefined {
  const zeros = [0, 0];
  const pairs = Math.floor(Math.min(bytes.length, 65_536) / 2);
  for (let pair = 0; pair < pairs; pair += 1)
    for (const half of [0, 1]) if (bytes[pair * 2 + half] === 0) zeros[half] = (zeros[half] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const [name, zeroHalf, other] = odd >= even ? (['utf-16le', odd, even] as const) : (['utf-16be', even, odd] as const);
  if (zeroHalf < pairs / 5 || other > zeroHalf / 50) return undefined;
  return isValid(bytes.subarray(0, pairs * 2), name) ? { name, sureness: 'likely', suspected: null } : undefined;
}

function isValid(bytes: Uint8Array, encoding: ImportEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * How many of the bytes that are not ASCII stand in pairs, as everyday Chinese letters do in GB 18030. The accents of
 * Western languages mostly stand alone between plain letters.
 */
function pairShare(bytes: Uint8Array): number {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high += 1;
    const [lead = 0, trail = 0] = bytes.subarray(index, index + 2);
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) continue;
    high += 1;
    paired += 2;
    index += 1;
  }
  return high === 0 ? 0 : paired / high;
}
