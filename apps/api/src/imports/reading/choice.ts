import type { Condition, YesNoSource } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { refuseCell } from './fault.js';

type ChoiceSource<Member extends string> =
  | Member
  | { column: string; words: Record<string, Member>; otherwise?: Member }
  | { rules: { when: Condition; is: Member }[]; otherwise?: Member };

export function choiceReader<Member extends string>(
  source: ChoiceSource<Member>,
  cells: CellReader,
  usedBy: string,
): (cells: Cells) => Member {
  if (typeof source === 'string') return () => source;
  if ('column' in source) {
    const { column, otherwise } = source;
    const read = cells.field(column, usedBy);
    const words = new Map(Object.entries(source.words));
    return (row) => {
      const text = read(row);
      const found = words.get(text) ?? (text === '' ? undefined : otherwise);
      if (found !== undefined) return found;
      return text === ''
        ? refuseCell(column, 'missing', '', 'is blank')
        : refuseCell(column, 'unknown-word', text, `is none of the words of ${usedBy}: ${someOf([...words.keys()])}`, {
            ...{ rule: 'words', values: { words: someOf([...words.keys()]) } },
          });
    };
  }
  const rules = source.rules.map(({ when, is }, index) => ({
    holds: cells.condition(when, `${usedBy}.rules.${index}`),
    is,
  }));
  const columns = [...new Set(source.rules.flatMap(({ when }) => [when].flat().flatMap((all) => Object.keys(all))))];
  return (row) => {
    const found = rules.find(({ holds }) => holds(row))?.is ?? source.otherwise;
    if (found !== undefined) return found;
    return refuseCell(columns.join(', '), 'no-rule-fits', '', `is what no rule of ${usedBy} fits`);
  };
}

/** As `choiceReader`, but a blank cell says nothing. */
export function optionalChoiceReader<Member extends string>(
  source: ChoiceSource<Member>,
  cells: CellReader,
  usedBy: string,
): (cells: Cells) => Member | null {
  const read = choiceReader(source, cells, usedBy);
  if (typeof source === 'string' || !('column' in source)) return read;
  const text = cells.field(source.column, usedBy);
  return (row) => (text(row) === '' && source.words[''] === undefined ? null : read(row));
}

export function yesNoReader(source: YesNoSource, cells: CellReader, usedBy: string): (cells: Cells) => boolean | null {
  if ('when' in source) return cells.condition(source.when, usedBy);
  const { column, yes, no, otherwise } = source;
  const read = cells.field(column, usedBy);
  const lower = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));
  const [yesWords, noWords] = [lower(yes), lower(no)];
  return (row) => {
    const text = read(row);
    if (text === '') return null;
    if (yesWords.has(text.toLowerCase())) return true;
    if (noWords.has(text.toLowerCase())) return false;
    if (otherwise) return otherwise === 'yes';
    return refuseCell(column, 'unknown-word', text, `is neither yes (${someOf(yes)}) nor no (${someOf(no)})`, {
      ...{ rule: 'words', values: { words: someOf([...yes, ...no]) } },
    });
  };
}

const mostNamed = 20;

/** The first words of a list: every refused row repeats them. */
export const someOf = (words: readonly string[]): string =>
  words
    .slice(0, mostNamed)
    .map((word) => word.slice(0, 60))
    .join(', ') + (words.length > mostNamed ? ', ...' : '');
