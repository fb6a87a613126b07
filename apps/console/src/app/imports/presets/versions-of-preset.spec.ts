import { partsOfPresets, presetIn, presetOf } from './versions-of-preset.js';

describe('two versions of a preset', () => {
  const mine = { name: 'a', title: 'Mine', unit: { department: 'A' } };
  const theirs = { name: 'a', title: 'Theirs', unit: { department: 'B' }, zone: 'UTC' };

  it('stand beside each other part by part, and become one by what is chosen', () => {
    const [ofMine, ofTheirs] = partsOfPresets(mine, theirs);
    expect(ofMine?.['zone']).toBe('');
    expect(ofTheirs?.['title']).toBe('Theirs');
    expect(presetOf({ ...ofTheirs, title: 'Mine' }, mine, theirs)).toEqual({ ...theirs, title: 'Mine' });
    expect(presetOf({ ...ofTheirs, zone: '' }, mine, theirs)).not.toHaveProperty('zone');
  });
});

it('a file is a preset if it is one object with a name', () => {
  expect(presetIn('{"name":"a"}')).toEqual({ name: 'a' });
  expect([presetIn('{"title":"a"}'), presetIn('[1]'), presetIn('{')]).toEqual([undefined, undefined, undefined]);
});
