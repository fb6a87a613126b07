import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { agreementReaders } from './agreement.js';
import { readCharts } from './charts.js';
import { readErlang } from './erlang.js';
import { readFunnel, readOverdispersion } from './funnel.js';
import { readNetPromoter, readNetPromoterRule } from './net-promoter.js';
import { readDifferences, readProportions } from './proportions.js';
import { found, isFields, type Reader, type Reading, together, withFaults } from './reading.js';
import { readAverages, readRules, readSums } from './run-rules.js';

const agreement: readonly (readonly [string, Reader])[] = Object.entries(agreementReaders).map(([name, read]) => [
  ...([name, (part: unknown) => found({ items: read(part) })] as const),
]);

/** Who reads a part, by its name: the first to whom its shape is known. */
const readers: ReadonlyMap<string, readonly Reader[]> = new Map<string, readonly Reader[]>([
  ...agreement.map(([name, reader]) => [name, [reader]] as const),
  ['items', [readCharts, readNetPromoter]],
  ['rule_check', [readNetPromoterRule]],
  ['western_electric', [readRules('western-electric')]],
  ['nelson', [readRules('nelson')]],
  ['ewma', [readAverages]],
  ['cusum', [readSums]],
  ['single', [readProportions]],
  ['difference', [readDifferences]],
  ...['examples', 'table', 'staffing'].map((name) => [name, [readErlang]] as const),
  ['limits', [readFunnel]],
  ['overdispersion', [readOverdispersion]],
]);

export interface ReferenceFile extends Reading {
  readonly name: string;
}

const Parts = z.record(z.string(), z.unknown());

/** The files of a folder that hold reference values of something the program computes. */
export const referenceFiles = (folder: string): ReferenceFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => referenceFile(name, readFileSync(join(folder, name), 'utf8'), (other) => textIn(folder, other)))
    .filter(({ items, faults, notKnown }) => items.length + faults.length + notKnown.length > 0);

function textIn(folder: string, name: string): string | undefined {
  const path = join(folder, basename(name));
  return name !== '' && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** One file, with what none of the readers knows; a file of which nobody knows a part is none of reference values. */
export function referenceFile(
  name: string,
  text: string,
  beside: (name: string) => string | undefined = () => undefined,
): ReferenceFile {
  const parts = Parts.safeParse(safeJson(text)).data ?? {};
  const readings = Object.entries(parts).map(([part, content]) => {
    const reading = withFaults(part, () => read(part, content, { parts, beside }) ?? nobodyKnows);
    return reading === nobodyKnows ? { isKnown: false, reading: unread(part, content) } : { isKnown: true, reading };
  });
  return {
    name,
    ...(readings.some(({ isKnown }) => isKnown) ? together(readings.map((one) => one.reading)) : found({})),
  };
}

const nobodyKnows = found({});

function read(part: string, content: unknown, around: Parameters<Reader>[1]): Reading | undefined {
  for (const reader of readers.get(part) ?? []) {
    const reading = reader(content, around);
    if (reading)
      return {
        items: reading.items.map((item) => ({ ...item, name: `${part} ${item.name}` })),
        notKnown: reading.notKnown.map((what) => `${part} ${what}`),
        faults: reading.faults.map((fault) => `${part} ${fault}`),
      };
  }
  return undefined;
}

/** A part in words, or a number by which the others are to be read, is no item. */
const unread = (part: string, content: unknown): Reading =>
  found({ notKnown: Array.isArray(content) || isFields(content) ? [part] : [] });

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
