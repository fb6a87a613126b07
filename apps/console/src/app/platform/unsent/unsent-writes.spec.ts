import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@forecall/contracts';
import { provideTextsForTest } from '../../testing/texts.js';
import { problemInterceptor } from '../http/problem-interceptor.js';
import { Toasts } from '../notice/toasts.js';
import { Session } from '../session/session.js';
import { UnsentWrites } from './unsent-writes.js';

const liuYan: Me = {
  signInId: '0198c0de-0000-7000-8000-000000000001',
  staffId: '0198c0de-0000-7000-8000-000000000002',
  name: 'Liu Yan',
  email: 'liu.yan@beichen.example',
  locale: null,
  grants: [{ role: 'rep', unit: 'self', unitId: null, unitName: null }],
  organisation: { name: 'Beichen Systems', zone: 'Asia/Shanghai' },
  build: 'one',
  serverTime: '2026-11-23T06:30:00.000Z',
};
const wuJing: Me = { ...liuYan, signInId: '0198c0de-0000-7000-8000-000000000003' };
const path = '/api/contacts';
const problem = { type: 'about:blank', title: 'x', status: 400, code: 'reason-not-in-use' };

/** A page in a browser that stores nothing: jsdom has no IndexedDB. With a real one: the browser specs. */
async function openAs(me: Me) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      provideTextsForTest(),
    ],
  });
  await TestBed.inject(Session).accept(me);
  const writes = TestBed.inject(UnsentWrites);
  await settle();
  await settle();
  const server = TestBed.inject(HttpTestingController);
  /** What is asked to be stored now; more or less than one fails. */
  const request = () => server.expectOne({ method: 'POST', url: path });
  const send = async (number: number) => {
    const sent = writes.send({ id: `${number}`, path, body: { number }, form: null });
    await settle();
    return { sent };
  };
  const ids = () => writes.waiting().map(({ id }) => id);
  return { writes, server, request, send, ids };
}

const settle = async () => {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  TestBed.tick();
};
const later = async (milliseconds: number) => {
  jest.advanceTimersByTime(milliseconds);
  await settle();
};

describe('unsent writes', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('go out under their user and their id, and are gone when the server has them', async () => {
    const { writes, request, send } = await openAs(liuYan);
    const { sent } = await send(1);
    expect(writes.waiting()).toEqual([]);
    const first = request();
    expect(first.request.headers.get('X-Forecall-User')).toBe(liuYan.signInId);
    expect(first.request.headers.get('Idempotency-Key')).toBe('1');
    first.flush({ id: '1' });
    expect(await sent).toEqual({ is: 'stored', answer: { id: '1' } });
    await settle();
    expect(writes.waiting()).toEqual([]);
    expect(writes.isOnDisk()).toBe(true);
    expect(TestBed.inject(Toasts).current()).toEqual({ text: 'unsent.sent', values: { count: 1 } });
  });

  it('without an answer go again as they were, later and later', async () => {
    const { writes, request, server, send, ids } = await openAs(liuYan);
    const { sent } = await send(1);
    const first = request();
    first.error(new ProgressEvent('error'));
    expect(await sent).toEqual({ is: 'waiting' });
    await settle();
    expect([ids(), writes.count(), writes.isOnDisk()]).toEqual([['1'], 1, false]);

    await later(2_000);
    const second = request();
    expect(second.request.body).toEqual(first.request.body);
    second.flush(null, { status: 503, statusText: 'x' });
    await settle();
    await later(3_900);
    server.expectNone(path);
    await later(100);
    request().flush({ id: '1' });
    await settle();
    expect([ids(), writes.isOnDisk()]).toEqual([[], true]);
  });

  it('free the form after a second without an answer, and may be refused then', async () => {
    const { writes, request, send, ids } = await openAs(liuYan);
    const { sent } = await send(1);
    await later(1_000);
    expect(await sent).toEqual({ is: 'waiting' });
    expect(ids()).toEqual(['1']);
    request().flush(problem, { status: 400, statusText: 'x' });
    await settle();
    expect(writes.waiting().map(({ refusal }) => refusal?.code)).toEqual(['reason-not-in-use']);
  });

  it('go back into the form where they are refused at once', async () => {
    const { request, send, ids } = await openAs(liuYan);
    const { sent } = await send(1);
    request().flush(problem, { status: 400, statusText: 'x' });
    expect(await sent).toMatchObject({ is: 'refused', problem: { code: 'reason-not-in-use' } });
    await settle();
    expect(ids()).toEqual([]);
  });

  it('go in the order of saving', async () => {
    const { request, server, send } = await openAs(liuYan);
    const { sent } = await send(1);
    request().error(new ProgressEvent('error'));
    await sent;
    await send(2);
    expect(request().request.body).toEqual({ number: 1 });
    await send(3);
    server.expectNone(path);
  });

  it('do not stop each other where one is refused, or breaks the server', async () => {
    const { request, send, ids } = await openAs(liuYan);
    await send(1);
    await send(2);
    await send(3);
    for (const [number, answer] of [
      [1, 500],
      [2, 400],
      [3, 201],
    ] as const) {
      const one = request();
      expect(one.request.body).toEqual({ number });
      if (answer === 201) one.flush({});
      else one.flush({ ...problem, status: answer }, { status: answer, statusText: 'x' });
      await settle();
    }
    expect(ids()).toEqual(['1', '2']);
    await later(2_000);
    request().flush({});
    await settle();
    expect(ids()).toEqual(['2']);
  });

  it('are nobody else’s to see or to send', async () => {
    const { request, send, ids, server } = await openAs(liuYan);
    const { sent } = await send(1);
    request().error(new ProgressEvent('error'));
    await sent;
    await TestBed.inject(Session).accept(wuJing);
    await settle();
    expect(ids()).toEqual([]);
    await later(60_000);
    server.expectNone(path);
  });

  it('stay where another has signed in meanwhile, and the page asks who it is', async () => {
    const { request, send, ids, server } = await openAs(liuYan);
    const { sent } = await send(1);
    request().flush({ ...problem, status: 403, code: 'other-user' }, { status: 403, statusText: 'x' });
    expect(await sent).toEqual({ is: 'waiting' });
    await settle();
    expect(ids()).toEqual(['1']);
    server.expectOne({ method: 'GET', url: '/api/session' });
  });

  it('of an older release are taken over', async () => {
    const kept = [{ contact: { id: '7', note: 'late' }, entry: { note: 'late' }, refusal: null }];
    localStorage.setItem(`forecall.desk.outbox.${liuYan.signInId}`, JSON.stringify(kept));
    const { request, ids } = await openAs(liuYan);
    expect(ids()).toEqual(['7']);
    const sent = request();
    expect(sent.request.body).toEqual({ id: '7', note: 'late' });
    sent.flush({});
    await settle();
    expect(ids()).toEqual([]);
  });

  it('warn who leaves', async () => {
    const { request, send } = await openAs(liuYan);
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    const { sent } = await send(1);
    expect(leave()).toBe(true);
    request().flush({});
    await sent;
    await settle();
    expect(leave()).toBe(false);
  });
});
