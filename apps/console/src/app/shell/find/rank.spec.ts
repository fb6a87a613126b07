import { rank, ranked } from './rank.js';

const board = { id: 'board', icon: 'board' as const, label: 'Board', words: 'live 实时看板 sskb' };
const harbour = { id: 'harbour', icon: 'account' as const, label: 'Harbour Bank', words: '海港银行 hgyh' };
const onboarding = { id: 'on', icon: 'book' as const, label: 'Onboarding' };

describe('what is typed into the palette', () => {
  it.each([
    ['boa', 3],
    ['LIVE', 1],
    ['sskb', 1],
    ['实时', 1],
    ['desk', 0],
    ['', 1],
  ])('%p answers the board with %p', (typed, expected) => expect(rank(board, typed)).toBe(expected));

  it('finds by any of the words, but needs all of them', () => {
    expect(rank(harbour, 'bank har')).toBe(2);
    expect(rank(harbour, 'hgyh')).toBe(1);
    expect(rank(harbour, 'bank desk')).toBe(0);
  });

  it('puts what begins with it first', () => {
    expect(ranked([onboarding, board, harbour], 'board').map((hit) => hit.id)).toEqual(['board', 'on']);
  });
});
