import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { agreementReaders } from './agreement.js';
import type { ReferenceItem } from './reference-item.js';

/** Each part of a file of reference values that the program computes itself, by the name of the part. */
const readers: Readonly<Record<string, (part: unknown) => ReferenceItem[]>> = { ...agreementReaders };

export interface ReferenceFile {
  readonly name: string;
  readonly items: readonly ReferenceItem[];
  /** Parts that are not as they are known, and why. */
  readonly faults: readonly string[];
}

const Parts = z.record(z.string(), z.unknown());

/** The files of a folder that hold reference values of something the program computes. */
export const referenceFiles = (folder: string): ReferenceFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => referenceFile(name, readFileSync(join(folder, name), 'utf8')))
    .filter(({ items, faults }) => items.length + faults.length > 0);

export function referenceFile(name: string, text: string): ReferenceFile {
  const parts = Parts.safeParse(safeJson(text));
  const items: ReferenceItem[] = [];
  const faults: string[] = [];
  for (const [part, content] of Object.entries(parts.success ? parts.data : {})) {
    const read = readers[part];
    if (!read) continue;
    try {
      items.push(...read(content).map((item) => ({ ...item, name: `${part} ${item.name}` })));
    } catch (error) {
      faults.push(`${part}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`);
    }
  }
  return { name, items, faults };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
