import { folded } from '../../platform/names/folded.js';

/** What somebody typed to find a customer, as the database is asked for it. */
export interface Typed {
  /** As typed. */
  readonly text: string;
  /** A tsquery of the beginnings of words that must all be there; undefined where no word is. */
  readonly allWords: string | undefined;
  /** One of the words; a person is found by own words, not by those of the account alone. */
  readonly anyWord: string | undefined;
  /** A telephone number in parts, as parts of E.164: words of at least four digits beside words of letters. */
  readonly digits: readonly string[];
  /** The beginnings of the other words. */
  readonly nameWords: string | undefined;
}

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll(`'`, `''`)}':*`;
const joined = (words: readonly string[], by: string): string | undefined =>
  words.length === 0 ? undefined : words.map(quoted).join(by);
const isDigits = (word: string): boolean => /^\+?\d{4,15}$/.test(word);

export function typed(text: string): Typed {
  const words = folded(text)
    .split(/[\s.,;:()/&'"·-]+/)
    .filter((word) => word !== '');
  const names = words.filter((word) => !isDigits(word));
  return {
    text,
    allWords: joined(words, ' & '),
    anyWord: joined(words, ' | '),
    digits: names.length === 0 ? [] : words.filter(isDigits).map((word) => word.replace('+', '').replace(/^0+/, '')),
    nameWords: joined(names, ' & '),
  };
}

/** The digits of what may be a telephone number, with its plus if it has one; at least four. */
export function phoneDigits(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[\s().\-–]/g, '')
    .replace(/^00/, '+');
  return /^\+?\d{4,15}$/.test(digits) ? digits : undefined;
}
