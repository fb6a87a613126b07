import type { Sql } from '../platform/database/database.js';

/** Opens the public form; what comes in by it is received by that department. */
export const openForm = (sql: Sql, departmentId: string): Promise<number> =>
  sql.change('UPDATE complaint_form SET is_open = true, handling_department_id = $1, revision = revision + 1', [
    departmentId,
  ]);

export const formBoundary = 'form-of-a-page';

interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The body that a browser sends for the form. */
export function formBody(fields: Record<string, string>, files: readonly SentFile[] = []): Buffer {
  const head = (rest: string) => `--${formBoundary}\r\nContent-Disposition: form-data; ${rest}\r\n`;
  return Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`)),
    ...(files.length === 0 ? [{ name: '', content: Buffer.alloc(0) }] : files).flatMap(({ name, content }) => [
      Buffer.from(`${head(`name="files"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${formBoundary}--\r\n`),
  ]);
}

/** What somebody types who has only this to say. */
export const typed = {
  name: 'Chen Guodong',
  company: '',
  customerNumber: '',
  email: 'chen@harbour.test',
  phone: '',
  summary: 'Charged twice',
  happenedOn: '',
  remedySought: '',
  website: '',
};
