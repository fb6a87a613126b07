import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@forecall/contracts';
import { problemInterceptor } from '../platform/http/problem-interceptor.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { UnsentEntries } from '../platform/unsent/unsent-entries.js';
import { provideTextsForTest } from '../testing/texts.js';
import { contactOf, emptyEntry } from './entry.js';
import { Outbox } from './outbox.js';

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

/** A page of this user, as after a load: what the browser has stored stays from the page before. */
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
  const outbox = TestBed.inject(Outbox);
  TestBed.tick();
  const server = TestBed.inject(HttpTestingController);
  /** The contact that is asked to be stored now; more or less than one fails. */
  const request = () => server.expectOne({ method: 'POST', url: '/api/contacts' });
  const send = (number: number) => {
    const entry = { ...emptyEntry(`0199c0de-0000-7000-8000-00000000000${number}`), reasonId: 'r' };
    return outbox.send(contactOf(entry, '2026-11-23T06:33:00.000Z'), entry);
  };
  const ids = () => outbox.waiting().map(({ contact }) => contact.id.slice(-1));
  return { outbox, server, request, send, ids };
}

const stored = { id: 'x', revision: 1, complaint: null };
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  TestBed.tick();
};

describe('the outbox', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('keeps nothing of what the server took', async () => {
    const { outbox, request, send } = await openAs(liuYan);
    const sent = send(1);
    request().flush({ ...stored, complaint: { id: 'c', number: 'C-26-00001' } });
    expect(await sent).toMatchObject({ is: 'stored', answer: { complaint: { number: 'C-26-00001' } } });
    expect(outbox.waiting()).toEqual([]);
    expect(localStorage).toHaveLength(0);
    expect(TestBed.inject(Toasts).current()?.text).toBe('desk.complaint-logged');
  });

  it('sends the same again, under its own id, until the server answers', async () => {
    const { request, send, ids } = await openAs(liuYan);
    const sent = send(1);
    const first = request();
    first.error(new ProgressEvent('error'));
    expect(await sent).toEqual({ is: 'waiting' });
    await settle();
    expect(ids()).toEqual(['1']);
    expect(TestBed.inject(UnsentEntries).count()).toBe(1);

    jest.advanceTimersByTime(5_000);
    const second = request();
    expect(second.request.body).toEqual(first.request.body);
    second.flush(null, { status: 503, statusText: 'x' });
    await settle();
    expect(ids()).toEqual(['1']);

    jest.advanceTimersByTime(5_000);
    request().flush(stored);
    await settle();
    expect(ids()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  it('outlives the page, for its user alone', async () => {
    const before = await openAs(liuYan);
    const sent = before.send(1);
    before.request().error(new ProgressEvent('error'));
    await sent;

    const other = await openAs(wuJing);
    expect(other.ids()).toEqual([]);
    await settle();
    other.server.expectNone('/api/contacts');

    const again = await openAs(liuYan);
    expect(again.ids()).toEqual(['1']);
    jest.advanceTimersByTime(5_000);
    again.request().flush(stored);
    await settle();
    expect(again.ids()).toEqual([]);
  });

  it('has kept an entry before it is sent, so that a tab that dies loses nothing', async () => {
    const dying = await openAs(liuYan);
    void dying.send(1);
    const next = await openAs(liuYan);
    expect(next.ids()).toEqual(['1']);
  });

  it('gives back what is refused at once, and shows what is refused later', async () => {
    const { outbox, request, send, ids } = await openAs(liuYan);
    const problem = { type: 'about:blank', title: 'x', status: 400, code: 'reason-not-in-use' };
    const sent = send(1);
    request().flush(problem, { status: 400, statusText: 'x' });
    expect(await sent).toMatchObject({ is: 'refused', problem: { code: 'reason-not-in-use' } });
    expect(ids()).toEqual([]);

    const later = send(2);
    request().error(new ProgressEvent('error'));
    await later;
    await settle();
    jest.advanceTimersByTime(5_000);
    request().flush(problem, { status: 400, statusText: 'x' });
    await settle();
    expect(outbox.waiting().map(({ refusal }) => refusal?.code)).toEqual(['reason-not-in-use']);
    jest.advanceTimersByTime(20_000);
  });

  it('sends the older first and goes on where it stopped', async () => {
    const { request, send, ids } = await openAs(liuYan);
    for (const number of [1, 2]) {
      const sent = send(number);
      request().error(new ProgressEvent('error'));
      await sent;
    }
    await settle();
    jest.advanceTimersByTime(5_000);
    request().flush(stored);
    await settle();
    request().error(new ProgressEvent('error'));
    await settle();
    expect(ids()).toEqual(['2']);
  });

  it('warns who leaves while something is unsent', async () => {
    const { request, send } = await openAs(liuYan);
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    const sent = send(1);
    expect(leave()).toBe(true);
    request().flush(stored);
    await sent;
    expect(leave()).toBe(false);
  });
});
