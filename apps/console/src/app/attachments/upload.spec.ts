import { faultBefore, namedApart } from './upload.js';

describe('a file that is chosen', () => {
  it.each([
    ['letter.pdf', 1, null],
    ['scan', 1, null],
    ['letter.pdf', 0, 'empty'],
    ['letter.pdf', 10 * 1024 * 1024, null],
    ['letter.pdf', 10 * 1024 * 1024 + 1, 'too-large'],
    ['page.html', 1, 'kind'],
  ])('%s of %i bytes: %p', (name, size, fault) => {
    expect(faultBefore({ name, size })).toBe(fault);
  });

  it('from the clipboard gets a name of its own', () => {
    const at = new Date(2026, 0, 5, 9, 5, 7);
    expect(namedApart(new File(['x'], 'image.png'), at).name).toBe('image-090507.png');
    expect(namedApart(new File(['x'], 'screen.png'), at).name).toBe('screen.png');
  });
});
