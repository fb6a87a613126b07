import { toCsv } from './csv.js';

describe('CSV', () => {
  it('has one line a row, and empty cells for what is not known', () => {
    expect(
      toCsv([
        ['From', 'Rate'],
        ['14:15', 0.05],
        ['14:30', null],
      ]),
    ).toBe('From,Rate\r\n14:15,0.05\r\n14:30,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "no"', 'two\nlines']])).toBe('"a,b","say ""no""","two\nlines"\r\n');
  });

  it('lets no cell become a formula, but leaves negative numbers', () => {
    expect(toCsv([['=1+1', '@x', -0.3, '-0.3']])).toBe("'=1+1,'@x,-0.3,-0.3\r\n");
  });
});
