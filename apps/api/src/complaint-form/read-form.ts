import { ComplaintFormEntry } from '@forecall/contracts';
import { mostFileBytes } from '@forecall/domain';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../platform/http/problem.js';
import { type Faults, type FieldName, fieldNames } from './page/form-page.js';
import type { PageTexts } from './page/texts.js';

export const mostFormFiles = 3;

/** The room of three whole files and the fields; of what is sent beyond that nothing is kept. */
export const mostFormBytes = mostFormFiles * mostFileBytes + 1024 * 1024;

/** More than this is not even read through to show the page again with what was typed. */
export const mostSentBytes = 10 * mostFormBytes;

export interface RawForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly { readonly name: string; readonly content: Buffer; readonly isTooLarge: boolean }[];
  readonly hasMoreFiles: boolean;
}

/** A whole form with its files has to be here by then; the room it takes is others' too. */
const patienceMs = 180_000;

/** What a page sent. Files beyond the third, and of each what is beyond the 10 MB, are read past. */
export async function readForm(request: FastifyRequest): Promise<RawForm> {
  const clock = setTimeout(() => request.raw.destroy(), patienceMs);
  try {
    return await partsOf(request);
  } finally {
    clearTimeout(clock);
  }
}

async function partsOf(request: FastifyRequest): Promise<RawForm> {
  const fields: Record<string, string> = {};
  const files: RawForm['files'][number][] = [];
  let hasMoreFiles = false;
  const limits = { fileSize: mostFileBytes, files: 20, fields: 20, fieldSize: 64 * 1024, parts: 40 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
    else if (part.filename === '' || files.length === mostFormFiles) {
      part.file.resume();
      hasMoreFiles ||= part.filename !== '';
    } else {
      const content = await part.toBuffer();
      const isTooLarge = part.file.truncated;
      files.push({ name: part.filename, content: isTooLarge ? Buffer.alloc(0) : content, isTooLarge });
    }
  }
  return { fields, files, hasMoreFiles };
}

/** The typed values, line ends as one sign, as a browser counts them too. */
export const typedIn = ({ fields }: RawForm): Record<FieldName, string> =>
  Object.fromEntries(fieldNames.map((name) => [name, (fields[name] ?? '').replaceAll('\r\n', '\n')])) as Record<
    FieldName,
    string
  >;

/** What was told, or by field what is wrong with it. */
export function judged(typed: Record<FieldName, string>, t: PageTexts): { told?: ComplaintFormEntry; faults: Faults } {
  const { data, error } = ComplaintFormEntry.safeParse(typed);
  const faults: Faults = {};
  for (const issue of error?.issues ?? []) {
    const name = issue.path[0] as FieldName;
    faults[name] ??= t.errors[codeOf(issue)] ?? t.errors['unreadable'] ?? '';
  }
  if (data && data.happenedOn > latestDay()) faults.happenedOn = t.errors['future'] ?? '';
  return data && Object.keys(faults).length === 0 ? { told: data, faults } : { faults };
}

const codeOf = (issue: { code: string; params?: { code?: string }; message: string; path: PropertyKey[] }): string =>
  issue.params?.code ?? (issue.code === 'too_big' ? 'long' : issue.path[0] === 'happenedOn' ? 'date' : 'unreadable');

/** Today wherever the day begins first. */
const latestDay = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** A refusal of a file in the page's words. */
export function fileFault(error: unknown, t: PageTexts): string {
  if (!(error instanceof ProblemError) || !(error.code in t.errors)) throw error;
  const values = error.extra.values ?? {};
  return (t.errors[error.code] ?? '').replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}
