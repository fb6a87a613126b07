/** What may be attached to a complaint: media type as found in the content, and the endings that its name may have. */
export const fileKinds = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'] },
  { mediaType: 'image/webp', endings: ['webp'] },
  { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  { mediaType: 'text/plain', endings: ['txt'] },
  { mediaType: 'text/csv', endings: ['csv'] },
  { mediaType: 'message/rfc822', endings: ['eml'] },
] as const satisfies readonly { readonly mediaType: string; readonly endings: readonly string[] }[];

export type FileMediaType = (typeof fileKinds)[number]['mediaType'];

/** Bytes of one attachment, 10 MB in the binary sense, as file managers show it. */
export const mostFileBytes = 10 * 1024 * 1024;

/** All that one complaint keeps, what was taken back included: that is kept too. */
export const mostFiles = 30;
export const mostBytesTogether = 100 * 1024 * 1024;

/** Characters of a file's name as it is kept. */
const mostNameCharacters = 120;

/**
 * The ending of a file's name in lower case, without its dot: `pdf` of `Invoice.PDF`. Empty where there is none, as in
 * `scan` or `.profile`.
 */
export const endingOf = (name: string): string => /[^.]\.([^.\s/\\]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The media types that a name's ending promises; none where nothing of that ending may be attached, undefined where the
 * name has no ending and so promises nothing.
 */
export function promisedTypes(name: string): readonly FileMediaType[] | undefined {
  const ending = endingOf(name);
  if (ending === '') return undefined;
  return fileKinds
    .filter(({ endings }) => (endings as readonly string[]).includes(ending))
    .map(({ mediaType }) => mediaType);
}

/**
 * A file's name as it may be kept, shown and saved: its last part without the folders, no control, direction or other
 * unseen characters, none that a file system forbids, at most 120 characters with the ending kept. Where nothing is
 * left, `file`. Without an ending it gets the usual one of its type.
 */
export function plainFileName(told: string, mediaType: FileMediaType): string {
  const last = told.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const ending = endingOf(seen);
  const stem = ending === '' ? seen : seen.slice(0, -ending.length - 1);
  const usual = fileKinds.find((kind) => kind.mediaType === mediaType)?.endings[0] ?? 'bin';
  const kept = ending === '' ? usual : ending;
  const short = [...stem].slice(0, mostNameCharacters - kept.length - 1).join('');
  return `${short.trim() || 'file'}.${kept}`;
}
