import type { ImportColumn } from '@forecall/contracts';
import { wordedSeconds } from '../reading/duration.js';
import { detectMoments, type DetectedMoments } from './moments.js';
import type { NumberSigns } from './numbers.js';
import { yesNoWords } from './words.js';

const mostWords = 40;
const fewestForId = 5;
/** Longer than this and `12:30:00` is a time of day rather than the length of a call. */
const longCallHours = 3;

/** What a column seems to hold. `cells` without those that stand for nothing are read; the rest is blank. */
export function detectColumn(
  name: string,
  cells: readonly string[],
  by: { readonly numbers: NumberSigns; readonly missing: ReadonlySet<string> },
): ImportColumn {
  const texts = cells.filter((cell) => cell !== '' && !by.missing.has(cell));
  const counts = countsOf(texts);
  const isUnique = texts.length === cells.length && counts.size === texts.length && texts.length > 0;
  const numbers = texts.map((text) => numberOf(text, by.numbers));
  const areNumbers = texts.length > 0 && numbers.every((number) => number !== undefined);
  const moments = detectMoments(texts);
  const durationForms = areNumbers ? secondsForm(numbers) : clockForms(texts);
  const areFew = counts.size <= mostWords && (counts.size <= 5 || texts.length >= counts.size * 2);
  const yesNo = yesNoWords([...counts.keys()]);
  const facts = {
    name,
    texts,
    numbers,
    areNumbers,
    moments,
    durationForms,
    isUnique,
    areFew,
    isYesNo: yesNo !== undefined,
  };
  const kind = kindOf(facts);
  return {
    name,
    kind,
    momentFormats: [...moments.formats],
    isAmbiguous: moments.isAmbiguous,
    durationForms,
    yesWords: yesNo?.yesWords ?? [],
    noWords: yesNo?.noWords ?? [],
    words: areFew && kind !== 'moment' ? wordsOf(counts) : [],
    isUnique,
    blankShare: cells.length === 0 ? 0 : 1 - texts.length / cells.length,
    hasZerosAndBlanks: areNumbers && texts.length < cells.length && numbers.includes(0),
    samples: [...counts.keys()].slice(0, 5).map((text) => text.slice(0, 200)),
  };
}

interface Facts {
  readonly name: string;
  readonly texts: readonly string[];
  readonly numbers: readonly (number | undefined)[];
  readonly areNumbers: boolean;
  readonly moments: DetectedMoments;
  readonly durationForms: readonly string[];
  readonly isUnique: boolean;
  readonly areFew: boolean;
  readonly isYesNo: boolean;
}

function kindOf(facts: Facts): ImportColumn['kind'] {
  const { name, texts, numbers, areNumbers, moments, durationForms, isUnique, areFew, isYesNo } = facts;
  if (texts.length === 0) return 'blank';
  if (isYesNo) return 'yes-no';
  if (moments.formats.length > 0 && !(durationForms.length > 0 && areShort(texts))) return 'moment';
  if (durationForms.length > 0 && !areNumbers) return 'duration';
  const isLong = isUnique && texts.length >= fewestForId;
  if (areNumbers) return isLong && areIds(name, numbers) ? 'id' : 'number';
  if (isLong && texts.every((text) => !/\s/.test(text) && text.length <= 80)) return 'id';
  return areFew ? 'words' : 'text';
}

const idName = /(^|[^a-z])(id|nr|no|number|nummer|ref|reference|key)\.?$|[编单账流]号$/i;
const manyForId = 200;

/** Whole numbers, all different: they only rise or only fall, there are many of them, or the column's name says so. */
function areIds(name: string, numbers: readonly (number | undefined)[]): boolean {
  const steps = numbers.slice(1).map((number, index) => (number ?? 0) - (numbers[index] ?? 0));
  const areWhole = numbers.every((number) => Number.isInteger(number) && (number ?? -1) >= 0);
  const areInOrder = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  return areWhole && (areInOrder || idName.test(name) || numbers.length >= manyForId);
}

const areShort = (texts: readonly string[]): boolean =>
  texts.every((text) => Number(/^-?(\d+):/.exec(text)?.[1] ?? 24) < longCallHours);

const secondsForm = (numbers: readonly (number | undefined)[]): string[] =>
  numbers.every((number) => (number ?? -1) >= 0) ? ['seconds'] : [];

function clockForms(texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const fits = (form: RegExp) => texts.every((text) => form.test(text));
  if (fits(/^-?\d{1,4}:[0-5]\d:[0-5]\d$/)) return ['h:m:s'];
  if (fits(/^-?\d{1,4}:[0-5]\d$/)) return ['m:s', 'h:m'];
  return texts.every((text) => wordedSeconds(text) !== undefined) ? ['worded'] : [];
}

/** Undefined where it is no number, or one with a leading zero, which belongs to an id. */
export function numberOf(text: string, { decimal, thousands }: NumberSigns): number | undefined {
  if (text.length > 40) return undefined;
  const whole =
    thousands !== null && new RegExp(`^[+-]?\\d{1,3}(\\${thousands}\\d{3})+(\\D|$)`).test(text)
      ? text.replaceAll(thousands, '')
      : text;
  const plain = decimal === ',' ? whole.replace(',', '.') : whole;
  if (decimal === ',' && whole.includes('.')) return undefined;
  return /^[+-]?(0|[1-9]\d*)?(\.\d+)?$/.test(plain) && /\d/.test(plain) ? Number(plain) : undefined;
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const wordsOf = (counts: ReadonlyMap<string, number>): ImportColumn['words'] =>
  [...counts].toSorted(([, a], [, b]) => b - a).map(([word, count]) => ({ word: word.slice(0, 200), count }));
