import { materialParts } from './material-parts.js';

describe('the material of a session', () => {
  it('links the addresses of the web in it, and nothing else', () => {
    expect(materialParts('Slides: https://files.example/a.pdf，见附件')).toEqual([
      { text: 'Slides: ', href: null },
      { text: 'https://files.example/a.pdf', href: 'https://files.example/a.pdf' },
      { text: '，见附件', href: null },
    ]);
    expect(materialParts('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: null }]);
    expect(materialParts('')).toEqual([]);
  });
});
