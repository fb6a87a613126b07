import { Toasts } from './toasts.js';

describe('a toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes after ten seconds', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'complaint.closed' });
    jest.advanceTimersByTime(9_000);
    expect(toasts.secondsLeft()).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(toasts.current()).toBeNull();
  });

  it('stands still under pointer or focus and goes on after', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'complaint.closed' });
    jest.advanceTimersByTime(6_000);
    toasts.pause();
    jest.advanceTimersByTime(60_000);
    expect(toasts.secondsLeft()).toBe(4);
    toasts.resume();
    jest.advanceTimersByTime(4_000);
    expect(toasts.current()).toBeNull();
  });

  it('takes back what it tells, once', () => {
    const toasts = new Toasts();
    const undo = jest.fn();
    toasts.show({ text: 'complaint.closed', undo });
    expect(toasts.canUndo()).toBe(true);
    toasts.undo();
    toasts.undo();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('gives way to the next, which has its full time', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'first' });
    jest.advanceTimersByTime(9_000);
    toasts.show({ text: 'second' });
    jest.advanceTimersByTime(9_000);
    expect(toasts.current()?.text).toBe('second');
  });

  it('that ended while paused does not come back to life', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'first' });
    toasts.pause();
    toasts.close();
    toasts.resume();
    expect(jest.getTimerCount()).toBe(0);
  });
});
