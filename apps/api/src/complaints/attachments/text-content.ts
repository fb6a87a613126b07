import type { FileMediaType } from '@forecall/domain';

/** Characters looked at for what gives a document or a program away. */
const lookedAt = 2_000;

/** In order: the usual one, those that begin with a mark of their own, the one of older Chinese programs. */
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
const marks: Partial<Record<(typeof encodings)[number], readonly number[]>> = {
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** The text, or undefined where the bytes are none in any of the encodings. */
function textIn(content: Buffer): string | undefined {
  for (const encoding of encodings) {
    const mark = marks[encoding];
    if (mark && !mark.every((byte, place) => content[place] === byte)) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Line ends, tabs and the page feed of old printers are text; nul, escapes and bells are not. */
const unprintable = /[^\P{Cc}\t\n\r\f]/u;
const markup = /^\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|script|svg|iframe|meta|style|object)\b)/i;
const program = /^(?:#!|@echo\b|%!PS)/i;
/** A message begins with its headers, one of which says from whom or when; folded lines go on with a blank. */
function isMessage(beginning: string): boolean {
  const lines = beginning.split('\n');
  const end = lines.findIndex((line) => !/^(?:[!-9;-~]+:|[ \t]\S)/.test(line));
  return lines.slice(0, end < 0 ? undefined : end).some((line) => /^(?:from|date|received|return-path):/i.test(line));
}

/** What a file that passes for text is instead; undefined: it is text. */
export function textFault(content: Buffer, mediaType: FileMediaType): string | undefined {
  const text = textIn(content);
  if (text === undefined || unprintable.test(text)) return 'binary';
  const beginning = text.slice(0, lookedAt);
  if (markup.test(beginning)) return 'html/svg';
  if (program.test(beginning)) return 'script';
  if (mediaType === 'message/rfc822' && !isMessage(beginning)) return 'txt';
  return undefined;
}
