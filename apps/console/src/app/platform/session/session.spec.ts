import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@forecall/contracts';
import { provideTextsForTest } from '../../testing/texts.js';
import { problemInterceptor } from '../http/problem-interceptor.js';
import { Texts } from '../i18n/texts.js';
import { PageLoad } from '../page/page-load.js';
import { Session } from './session.js';

const liuYan: Me = {
  signInId: '0198c0de-0000-7000-8000-000000000001',
  staffId: '0198c0de-0000-7000-8000-000000000002',
  name: 'Liu Yan',
  email: 'liu.yan@beichen.example',
  locale: 'zh',
  grants: [{ role: 'rep', unit: 'self', unitId: null, unitName: null }],
  organisation: { name: 'Beichen Systems', zone: 'Asia/Shanghai' },
  build: 'one',
  serverTime: '2026-11-23T06:30:00.000Z',
};
const refused = { type: 'about:blank', title: 'x', status: 401, code: 'signed-out' };

function setUp() {
  localStorage.clear();
  const wentTo: string[] = [];
  const pageLoad: Partial<PageLoad> = { goTo: (path) => void wentTo.push(path), path: () => '/desk?call=1' };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      provideTextsForTest(),
      { provide: PageLoad, useValue: pageLoad },
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session);
  const answerMe = (me: Me | null) => {
    const request = server.expectOne({ method: 'GET', url: '/api/session' });
    if (me) request.flush(me);
    else request.flush(refused, { status: 401, statusText: 'x' });
  };
  return { session, server, answerMe, wentTo };
}

describe('the session', () => {
  it('is asked for once, whoever asks', async () => {
    const { session, server, answerMe } = setUp();
    const both = Promise.all([session.load(), session.load()]);
    answerMe(liuYan);
    expect((await both).map((me) => me?.name)).toEqual(['Liu Yan', 'Liu Yan']);
    await session.load();
    server.verify();
    expect(session.hasRole('supervisor', 'rep')).toBe(true);
    expect(session.hasRole('admin')).toBe(false);
  });

  it('brings the language of its user', async () => {
    const { session, answerMe } = setUp();
    const loaded = session.load();
    answerMe(liuYan);
    await loaded;
    expect(TestBed.inject(Texts).locale()).toBe('zh');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('is nobody where nobody is signed in, and no reason to leave the page', async () => {
    const { session, answerMe, wentTo } = setUp();
    const loaded = session.load();
    answerMe(null);
    expect(await loaded).toBeNull();
    expect(wentTo).toEqual([]);
  });

  it('is asked for again after the server could not be reached', async () => {
    const { session, server, answerMe } = setUp();
    const failed = session.load();
    server.expectOne('/api/session').error(new ProgressEvent('error'));
    await expect(failed).rejects.toMatchObject({ code: 'no-connection' });
    const loaded = session.load();
    answerMe(liuYan);
    expect((await loaded)?.name).toBe('Liu Yan');
  });

  it('that ended elsewhere leaves for the sign-in, once, and remembers where one was', async () => {
    const { session, answerMe, wentTo } = setUp();
    const loaded = session.load();
    answerMe(liuYan);
    await loaded;
    for (let n = 0; n < 2; n++) {
      const refresh = session.refresh().catch(() => undefined);
      if (n === 0) answerMe(null);
      await refresh;
    }
    expect(session.me()).toBeNull();
    expect(wentTo).toEqual(['/sign-in?ended=1&next=%2Fdesk%3Fcall%3D1']);
  });

  it('notices that the server has become another release', async () => {
    const { session, answerMe } = setUp();
    const loaded = session.load();
    answerMe(liuYan);
    await loaded;
    expect(session.isOutdated()).toBe(false);
    const refresh = session.refresh();
    answerMe({ ...liuYan, build: 'two' });
    await refresh;
    expect(session.isOutdated()).toBe(true);
  });

  it('notices that another tab has signed in somebody else', async () => {
    const { session, answerMe, wentTo } = setUp();
    const loaded = session.load();
    answerMe(liuYan);
    await loaded;
    const refresh = session.refresh();
    answerMe({ ...liuYan, signInId: '0198c0de-0000-7000-8000-000000000009', name: 'Zhao Min' });
    await refresh;
    expect(session.me()?.name).toBe('Liu Yan');
    expect(wentTo).toEqual(['/']);
  });

  it('keeps a chosen language with the user', async () => {
    const { session, server, answerMe } = setUp();
    const loaded = session.load();
    answerMe(liuYan);
    await loaded;
    const chosen = session.chooseLocale('en');
    await new Promise((resolve) => setTimeout(resolve));
    const request = server.expectOne('/api/session/locale');
    expect(request.request.body).toEqual({ locale: 'en' });
    request.flush(null);
    await chosen;
    expect(session.me()?.locale).toBe('en');
    expect(localStorage.getItem('forecall.locale')).toBe('en');
  });
});
