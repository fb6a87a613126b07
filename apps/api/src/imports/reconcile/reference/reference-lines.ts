import { shown } from '../compare.js';
import type { ReferenceFile } from './reference-file.js';
import { agreesWith, type ReferenceItem } from './reference-item.js';

/** Each item with ours and theirs, to be read in a terminal. */
export function referenceLines({ name, items, faults }: ReferenceFile): string[] {
  const different = items.filter((item) => !agreesWith(item)).length;
  return [
    name,
    ...items.map(
      (item) => `  ${agreesWith(item) ? ' ' : '!'} ${item.name}: ours ${shown(item.ours)}, theirs ${theirs(item)}`,
    ),
    ...faults.map((fault) => `  ! ${fault}`),
    `  ${items.length} figures compared, ${different} different`,
  ];
}

const theirs = ({ computed, published }: ReferenceItem): string =>
  [
    ...(computed === undefined ? [] : [shown(computed)]),
    ...(published === undefined ? [] : [`${shown(published)} as published`]),
  ].join(', ');
