import { answeredOf } from './answered-of.js';

describe('answered of delivered', () => {
  const none = { answered: 0, delivered: 0 };

  it('stands apart for contacts and for the relationship, and is said of no letters that never arrived', () => {
    const contacts = { answered: 3, delivered: 10 };
    expect(answeredOf({ contacts, relationship: none })).toEqual([{ of: 'contacts', ...contacts, rate: 0.3 }]);
    expect(answeredOf({ contacts, relationship: { answered: 5, delivered: 5 } })[1]).toMatchObject({
      ...{ of: 'relationship', rate: 1 },
    });
    expect(answeredOf({ contacts: none, relationship: none })).toEqual([]);
  });

  it('says no rate of fewer than five', () => {
    expect(answeredOf({ contacts: { answered: 3, delivered: 4 }, relationship: none })[0]?.rate).toBeNull();
    expect(answeredOf({ contacts: { answered: 3, delivered: 5 }, relationship: none })[0]?.rate).toBe(0.6);
  });
});
