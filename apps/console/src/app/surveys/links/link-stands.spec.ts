import { standingOf } from './link-stands.js';

const today = '2026-11-29';

describe('how a link stands', () => {
  it.each([
    [{ isOff: false, isGood: true, endsOn: today }, 'good'],
    [{ isOff: true, isGood: false, endsOn: '2026-11-28' }, 'off'],
    [{ isOff: false, isGood: false, endsOn: '2026-11-28' }, 'over'],
    [{ isOff: false, isGood: false, endsOn: today }, 'no-form'],
  ])('%p is %s', (link, standing) => {
    expect(standingOf(link, today)).toBe(standing);
  });
});
