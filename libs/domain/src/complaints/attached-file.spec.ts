import { endingOf, plainFileName, promisedTypes } from './attached-file.js';

describe('the name of an attached file', () => {
  it.each([
    ['Invoice 4471.PDF', 'Invoice 4471.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\chen\\letter.pdf', 'letter.pdf'],
    ['invoice\u202Efdp.exe.pdf', 'invoicefdp.exe.pdf'],
    ['a\u0000b\r\nc\u200B.pdf', 'abc.pdf'],
    ['what? "this"|that*.pdf', 'what_ _this__that_.pdf'],
    ['海港银行 发票.pdf', '海港银行 发票.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['scan', 'scan.pdf'],
    [' .hidden.pdf ', 'hidden.pdf'],
  ])('%j is kept as %j', (told, kept) => {
    expect(plainFileName(told, 'application/pdf')).toBe(kept);
  });

  it('is cut at 120 characters, never within one, and keeps its ending', () => {
    const name = plainFileName(`${'😀'.repeat(300)}.jpeg`, 'image/jpeg');
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('😀.jpeg')).toBe(true);
  });

  it('has an ending, or none', () => {
    expect(['a.PDF', 'a.tar.gz', 'scan', '.profile', 'a.', 'a.b c'].map(endingOf)).toEqual([
      'pdf',
      'gz',
      '',
      '',
      '',
      '',
    ]);
  });

  it('promises a type, none that is allowed, or nothing', () => {
    expect(promisedTypes('a.heif')).toEqual(['image/heic']);
    expect(promisedTypes('a.exe')).toEqual([]);
    expect(promisedTypes('scan')).toBeUndefined();
  });
});
