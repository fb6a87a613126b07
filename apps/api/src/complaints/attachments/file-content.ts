import { endingOf, fileKinds, type FileMediaType, plainFileName, promisedTypes } from '@forecall/domain';
import { fileTypeFromBuffer } from 'file-type';
import { badRequest, ProblemError } from '../../platform/http/problem.js';
import { textFault } from './text-content.js';

/** A file as it may be kept: with a name that is safe to save, and the type that its content shows. */
export interface CheckedFile {
  readonly name: string;
  readonly mediaType: FileMediaType;
  readonly content: Buffer;
}

/** Looks into the content, and refuses what may not be attached and what is not what its name says. */
export async function checkedFile(told: string, content: Buffer): Promise<CheckedFile> {
  if (content.length === 0) throw emptyFile(told);
  const promised = promisedTypes(told);
  const found = await foundIn(content);
  const mediaType = found.kind === 'text' ? textTypeOf(promised) : typeOf(found.mediaType);
  if (promised && (promised.length === 0 || !promised.some((type) => type === mediaType)))
    throw promised.length === 0 ? refusedKind(told, endingOf(told)) : lyingName(told, found.label);
  if (!mediaType) throw refusedKind(told, found.label);
  if (found.kind === 'text') {
    const fault = textFault(content, mediaType);
    if (fault) throw mediaType === 'message/rfc822' ? lyingName(told, fault) : refusedKind(told, fault);
  }
  return { name: plainFileName(told, mediaType), mediaType, content };
}

interface Found {
  readonly kind: 'text' | 'binary';
  readonly mediaType: string;
  /** For people: what it is. */
  readonly label: string;
}

/** By the first bytes and, in packed office files, by what they hold; whatever has no such mark may be text. */
async function foundIn(content: Buffer): Promise<Found> {
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  return type
    ? { kind: 'binary', mediaType: type.mime, label: type.ext }
    : { kind: 'text', mediaType: 'text/plain', label: 'txt' };
}

/** Other words for the types that are kept. */
const sameAs: Record<string, FileMediaType> = { 'image/heif': 'image/heic', 'image/heic-sequence': 'image/heic' };

const typeOf = (mediaType: string): FileMediaType | undefined =>
  fileKinds.find((kind) => kind.mediaType === (sameAs[mediaType] ?? mediaType))?.mediaType;

const textTypes: readonly FileMediaType[] = ['text/plain', 'text/csv', 'message/rfc822'];

/** Texts have no marks of their own, so the name says which kind it is. */
const textTypeOf = (promised: readonly FileMediaType[] = ['text/plain']): FileMediaType | undefined =>
  promised.find((type) => textTypes.includes(type)) ?? (promised.length === 0 ? undefined : 'text/plain');

const at = (code: string, message: string) => [{ path: 'name', code, message }];

const emptyFile = (name: string) =>
  badRequest('file-empty', `${shown(name)} is empty.`, {
    fields: at('file-empty', 'is empty'),
    values: { name: shown(name) },
  });

const refusedKind = (name: string, found: string) =>
  new ProblemError(415, 'file-kind-refused', `${shown(name)}: files of the kind ${found} are not taken.`, {
    fields: at('file-kind-refused', 'is of a kind that is not taken'),
    values: { name: shown(name), found },
  });

const lyingName = (name: string, found: string) =>
  new ProblemError(415, 'file-lies', `${shown(name)} says ${endingOf(name)}, its content is ${found}.`, {
    fields: at('file-lies', 'does not fit the content'),
    values: { name: shown(name), told: endingOf(name), found },
  });

/** As a refusal may show it. */
const shown = (name: string): string => plainFileName(name, 'text/plain').slice(0, 120);
