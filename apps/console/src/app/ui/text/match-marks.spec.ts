import { markMatches } from './match-marks.js';

const drawn = (text: string, typed: string) =>
  markMatches(text, typed)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('a marked text', () => {
  it.each([
    ['Harbour Bank', 'bank', 'Harbour [Bank]'],
    ['Harbour Bank', 'ba har', '[Har]bour [Ba]nk'],
    ['海港银行', '银行', '海港[银行]'],
    ['Harbour Bank', 'hgyh', 'Harbour Bank'],
    ['aaa', 'aa aaa', '[aa][a]'],
    ['Board', '', 'Board'],
  ])('%p with %p typed', (text, typed, marked) => expect(drawn(text, typed)).toBe(marked));
});
