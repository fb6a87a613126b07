import { isRecord } from './definition.js';
import type { Kind } from './targets.js';

/** The shapes of sources that the form has fields for, by their keys; every other is kept as it is, and shown as text. */
const shapes: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  text: [['column', 'split', 'part', 'case'], ['columns', 'join'], ['text']],
  choice: [['column', 'words', 'otherwise']],
  'yes-no': [['column', 'yes', 'no', 'otherwise']],
  moment: [['column', 'format'], ['date', 'time'], ['at']],
  duration: [['column', 'as', 'round', 'negative']],
  staff: [['column', 'split', 'part', 'by', 'name', 'none']],
  account: [['column', 'split', 'part', 'by', 'name', 'none', 'missing']],
  reason: [['columns', 'split', 'none', 'chinese']],
  unit: [['column']],
  score: [['kind', 'scale', 'score', 'text', 'at', 'item']],
  amount: [['column']],
};

export function isShown(kind: Kind, source: unknown): boolean {
  if (typeof source === 'string') return kind === 'choice' || kind === 'unit';
  if (!isRecord(source)) return false;
  const keys = Object.keys(source);
  return shapes[kind].some((known) => keys.length > 0 && keys.every((key) => known.includes(key)));
}
