const lineEnd = 0x0a;

/** The line of a piece of a file in which bytes are not of the encoding; `first` is the line in which the piece begins. */
export function lineOfFault(chunk: Uint8Array, encoding: string, first: number): number {
  // In UTF-16 a line end has two bytes, one of which may be half of another letter.
  if (encoding.startsWith('utf-16')) return first;
  for (let start = 0, line = first; start < chunk.length; line += 1) {
    const found = chunk.indexOf(lineEnd, start);
    const end = found < 0 ? chunk.length : found;
    // The piece may begin in the middle of a letter.
    const skips = start === 0 ? [0, 1, 2, 3] : [0];
    if (!skips.some((skip) => decodes(chunk.subarray(start + skip, end), encoding, found < 0))) return line;
    start = end + 1;
  }
  return first;
}

function decodes(bytes: Uint8Array, encoding: string, isCutOff: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCutOff });
    return true;
  } catch {
    return false;
  }
}
