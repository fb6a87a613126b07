import { otherVariant, type ScenarioChoice } from './other-variant.js';

const of = (versionId: string, variant: string) => ({ versionId, variant });
const [calm, angry, silent] = [of('call', 'calm'), of('call', 'angry'), of('visit', 'silent')];
const choices = [calm, angry, silent];

describe('what a candidate plays', () => {
  it('is dealt to one after the other', () => {
    const dealt = [0, 1, 2, 3].map((turn) => otherVariant(choices, [], { takesOther: true, turn }));
    expect(dealt).toEqual([calm, angry, silent, calm]);
  });

  it('is nothing that was played before, and in the end what was played longest ago', () => {
    const next = (played: typeof choices) => otherVariant(choices, played, { takesOther: true, turn: 0 });
    expect(next([calm])).toBe(angry);
    expect(next([angry, calm])).toBe(silent);
    expect(next([angry, calm, silent])).toBe(angry);
    expect(otherVariant([calm], [calm], { takesOther: true, turn: 0 })).toBe(calm);
  });

  it('may be the same again where that is not asked for', () => {
    expect(otherVariant(choices, [calm], { takesOther: false, turn: 0 })).toBe(calm);
    expect(otherVariant<ScenarioChoice>([], [], { takesOther: true, turn: 3 })).toBeUndefined();
  });
});
