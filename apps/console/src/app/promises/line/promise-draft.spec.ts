import { emptyPromise, faultsInPromise, promiseFieldAt, promiseFrom, toldPromise } from './promise-draft.js';

const zone = 'Asia/Shanghai';
const at = { zone, now: new Date('2026-11-28T08:00:00Z') };
const mine = emptyPromise({ staffId: 's1', name: 'Lin Wei' });
const whole = { ...mine, what: ' A credit note ', day: '2026-12-01' };

describe('a promise that is being written down', () => {
  it('is kept by its maker until somebody else is chosen, and is due on the maker’s clock', () => {
    expect(faultsInPromise(whole, at)).toEqual({});
    expect(toldPromise(whole, zone)).toEqual({
      promise: { what: 'A credit note', dueAt: '2026-12-01T09:00:00.000Z', ownerId: 's1' },
    });
    expect([toldPromise(null, zone), toldPromise(mine, zone)]).toEqual([{}, {}]);
  });

  it('says what is missing or wrong', () => {
    expect(faultsInPromise(null, at)).toEqual({});
    expect(faultsInPromise({ ...mine, owner: null }, at)).toEqual({
      ...{ what: 'required', day: 'required', owner: 'required' },
    });
    expect(faultsInPromise({ ...whole, time: '25:00' }, at)).toEqual({ time: 'pattern' });
    expect(faultsInPromise({ ...whole, day: '2026-11-28', time: '16:00' }, at)).toEqual({ day: 'in-the-past' });
    expect(faultsInPromise({ ...whole, day: '2026-11-28', time: '16:01' }, at)).toEqual({});
    expect(faultsInPromise({ ...whole, what: 'x'.repeat(301) }, at)).toEqual({ what: 'maxLength' });
  });

  it('comes back as it was kept', () => {
    expect(promiseFrom(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect([promiseFrom(undefined), promiseFrom(null), promiseFrom('x'), promiseFrom({})]).toEqual([
      ...[null, null, null, null],
    ]);
    expect(promiseFrom({ what: 'x', other: 1 })).toEqual({ ...emptyPromise(null), what: 'x' });
  });

  it('shows what the server says at the field it is about', () => {
    expect(['promise.what', 'promise.dueAt', 'promise.ownerId', 'promise'].map(promiseFieldAt)).toEqual([
      ...['what', 'day', 'owner', undefined],
    ]);
  });
});
