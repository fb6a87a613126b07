import { freeId } from './free-id.js';

describe('the id of a new competency', () => {
  it('is none that is there', () => {
    expect(freeId(['conversation'])).toBe('own-2');
    expect(freeId(['own-3', 'knowledge'])).toBe('own-4');
  });
});
