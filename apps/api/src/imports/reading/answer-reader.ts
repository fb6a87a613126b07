import type { AnswerPreset } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import type { AnswerDraft } from './draft.js';
import { someOf } from './choice.js';
import { refuseCell } from './fault.js';
import type { MomentReader } from './moment.js';
import { textReader } from './text.js';

/** One answer; null where it was not given. `endedAt`: of the contact that it is about, where it is about one. */
export function answerReader(
  { kind, item, scale, score, text, at }: AnswerPreset,
  { cells, moments }: { readonly cells: CellReader; readonly moments: MomentReader },
  usedBy: string,
): (row: Cells, endedAt: number | null) => AnswerDraft | null {
  const read = cells.field(score.column, `${usedBy}.score`);
  const readText = text ? textReader(text, cells, `${usedBy}.text`) : () => '';
  const moment = at && moments.moment(at, `${usedBy}.at`);
  const lowest = scale === 11 ? 0 : 1;
  const highest = scale === 11 ? 10 : scale;
  return (row, endedAt) => {
    const told = read(row);
    if (told === '') return null;
    const given = score.words
      ? Object.hasOwn(score.words, told)
        ? score.words[told]
        : undefined
      : cells.number(told, score.column);
    if (given === undefined)
      return refuseCell(score.column, 'unknown-word', told, `is none of ${someOf(Object.keys(score.words ?? {}))}`, {
        ...{ rule: 'words', values: { words: someOf(Object.keys(score.words ?? {})) } },
      });
    if (!Number.isInteger(given) || given < lowest || given > highest)
      return refuseCell(score.column, 'out-of-range', told, `is no whole score from ${lowest} to ${highest}`, {
        ...{ rule: 'score', values: { lowest, highest } },
      });
    const answeredAt = moment?.(row, endedAt ?? undefined) ?? endedAt;
    if (answeredAt === null) return refuseCell(score.column, 'missing', told, 'has no day on which it was given');
    return { kind, item: item ?? null, scale, score: given, text: readText(row), at: answeredAt };
  };
}
