import { createHash } from 'node:crypto';

/** The same text for the same content, whatever the order in which the database keeps its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** The hash of an appraisal's content and of the signature before it; of the first one that is empty. */
export const sealSha256 = (before: Buffer, content: unknown): Buffer =>
  createHash('sha256').update(before).update(canonical(content), 'utf8').digest();
