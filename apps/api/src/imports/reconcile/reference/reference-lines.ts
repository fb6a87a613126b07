import type { Reading } from './reading.js';
import type { ReferenceFile } from './reference-file.js';
import { isList, type Quantity, type ReferenceItem, type Verdict, verdictOf } from './reference-item.js';

const marks: Readonly<Record<Verdict, string>> = { same: ' ', 'by-definition': '~', different: '!' };

/** Each item with ours and theirs, to be read in a terminal, and how many there were of which sort. */
export function referenceLines({ name, items, notKnown, faults }: ReferenceFile): string[] {
  const verdicts = items.map(verdictOf);
  return [
    name,
    ...items.map((item, n) => `  ${marks[verdicts[n] ?? 'different']} ${lineOf(item, verdicts[n] ?? 'different')}`),
    ...notKnown.map((what) => `  ? ${what}: not known, not compared`),
    ...faults.map((fault) => `  ! ${fault}`),
    `  ${countsOf({ items, notKnown, faults })}`,
  ];
}

/** The last word on one file, or on all of them together. */
export function countsOf({ items, notKnown, faults }: Reading): string {
  const count = (verdict: Verdict): number => items.filter((item) => verdictOf(item) === verdict).length;
  return (
    `${items.length} figures compared, ${count('different')} different, ${count('by-definition')} by definition, ` +
    `${notKnown.length} not known, ${faults.length} unreadable`
  );
}

function lineOf(item: ReferenceItem, verdict: Verdict): string {
  const line = `${item.name}: ours ${shown(item.ours)}, theirs ${theirs(item)}`;
  if (verdict !== 'by-definition') return line;
  const note = item.note === undefined ? '' : ` (${item.note})`;
  return `${line}; by definition: printed cut off or rounded on the way, not as its own file computed it${note}`;
}

const theirs = ({ computed, published }: ReferenceItem): string =>
  [
    ...(computed === undefined ? [] : [shown(computed)]),
    ...(published === undefined ? [] : [`${shown(published)} as published`]),
  ].join(', ');

const shown = (quantity: Quantity): string =>
  isList(quantity)
    ? `[${quantity.map(shown).join(', ')}]`
    : typeof quantity === 'number'
      ? String(Number(quantity.toPrecision(12)))
      : 'nothing';
