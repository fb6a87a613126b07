/** Words that people and programs write for "nothing is known", in small letters. */
const missingWords = new Set([
  'n/a',
  '#n/a',
  'null',
  '(null)',
  '\\n',
  'nan',
  'nil',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  '(blank)',
  'k.a.',
  'k. a.',
  'keine angabe',
  'n.d.',
  '无',
  '空',
  '未知',
]);

/** What databases write for a date that is not there. */
const noDate = /^0000-00-00([ T]00:00(:00)?)?$/;

const yes = new Set(['yes', 'y', 'true', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', '是', '对', '1']);
const no = new Set(['no', 'n', 'false', 'nein', 'falsch', 'non', 'faux', '否', '不', '不是', '0']);

export const isMissingWord = (text: string): boolean => missingWords.has(text.toLowerCase()) || noDate.test(text);

/** The words of a column that mean yes and no; undefined where others are among them, or only one is. */
export function yesNoWords(words: readonly string[]): { yesWords: string[]; noWords: string[] } | undefined {
  const yesWords = words.filter((word) => yes.has(word.toLowerCase()));
  const noWords = words.filter((word) => no.has(word.toLowerCase()));
  const areAll = yesWords.length + noWords.length === words.length;
  return areAll && yesWords.length > 0 && noWords.length > 0 ? { yesWords, noWords } : undefined;
}
