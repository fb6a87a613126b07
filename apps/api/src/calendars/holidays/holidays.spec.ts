import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { officialDays } from './official-days.js';

describe('public holidays', () => {
  it('of China are those the State Council published, with make-up workdays', async () => {
    const { days, isOfficial } = await officialDays('CN', null, 2026);
    expect(isOfficial).toBe(true);
    // 国办发明电〔2025〕7号: 15 to 23 February off, work on Saturday 14 and Saturday 28 February.
    const spring = days.filter(({ nameZh }) => nameZh === '春节');
    expect(spring.filter(({ kind }) => kind === 'holiday').map(({ day }) => day)).toEqual(
      [15, 16, 17, 18, 19, 20, 21, 22, 23].map((n) => `2026-02-${n}`),
    );
    expect(spring.filter(({ kind }) => kind === 'make-up').map(({ day }) => day)).toEqual(['2026-02-14', '2026-02-28']);
    expect(spring[0]?.nameEn).toBe('Spring Festival');
  });

  it('of a year that China has not decided yet are reckoned, and say so', async () => {
    const { days, isOfficial } = await officialDays('CN', null, 2031);
    expect(isOfficial).toBe(false);
    expect(days.map(({ day }) => day)).toContain('2031-10-01');
  });

  it.each([
    ['IE', null, ['2026-03-17', '2026-04-06', '2026-12-28'], ['2026-03-15']],
    ['GB', 'ENG', ['2026-04-03', '2026-08-31', '2026-12-28'], ['2026-03-17']],
    ['GB', 'NIR', ['2026-03-17', '2026-07-13'], []],
    // Three days of the feast, from the evening rule on.
    ['AE', null, ['2026-03-20', '2026-03-21', '2026-03-22'], ['2026-03-23']],
  ])('of %s %s are by its rules', async (country, region, off, worked) => {
    const days = (await officialDays(country, region, 2026)).days.map(({ day }) => day);
    expect(days).toEqual(expect.arrayContaining(off));
    for (const day of worked) expect(days).not.toContain(day);
    expect(new Set(days).size).toBe(days.length);
  });
});

describe('importing holidays', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
  });
  afterAll(() => test.close());

  const china = { country: 'CN', year: 2026 };
  const get = (path: string) => test.http.get(`/api/calendars/${path}`).set('Cookie', admin.cookie);
  const post = (path: string, body: object) => test.http.post(`/api/${path}`).set('Cookie', admin.cookie).send(body);
  const preview = async (country = 'CN') => {
    const { body } = await get(`holidays/preview?country=${country}&year=2026`).expect(200);
    const counts: Record<string, number> = {};
    for (const { change } of body.days) counts[change] = (counts[change] ?? 0) + 1;
    return counts;
  };
  const dated = async () => (await get('year?year=2026').expect(200)).body.dated as { id: string; day: string }[];

  it('knows the countries and their regions', async () => {
    const { body } = await get('holidays/countries').expect(200);
    expect(body.countries.length).toBeGreaterThan(150);
    expect(body.countries).toContainEqual({ code: 'CN', regions: [] });
    const germany = (body.countries as { code: string; regions: object[] }[]).find(({ code }) => code === 'DE');
    expect(germany?.regions).toContainEqual({ code: 'BY', name: 'Bayern' });
  });

  it('shows before what it does, keeps what was set by hand, and is undone as one', async () => {
    const byHand = { owner: 'organisation', kind: 'open', nameEn: 'We work', nameZh: '上班' };
    await post('calendars/days', { ...byHand, day: '2026-02-20' }).expect(201);
    await post('calendars/days', { ...byHand, day: '2026-08-01' }).expect(201);
    const shown = await preview();
    expect(shown).toEqual({ new: expect.any(Number), kept: 1 });
    const { act } = (await post('calendars/holidays/import', china).expect(200)).body;
    const after = await dated();
    expect(after.length).toBe(shown.new! + 2);
    expect(after).toContainEqual(expect.objectContaining({ day: '2026-02-28', kind: 'make-up', source: 'library' }));
    expect(after).toContainEqual(expect.objectContaining({ day: '2026-02-20', kind: 'open', source: 'by-hand' }));
    expect(await preview()).toEqual({ same: shown.new, kept: 1 });
    await post(`organisation/acts/${act}/undo`, {}).expect(200);
    expect((await dated()).map(({ day }) => day)).toEqual(['2026-02-20', '2026-08-01']);
  });

  it('of another country takes away the days of the one before, not those changed by hand', async () => {
    await post('calendars/holidays/import', china).expect(200);
    const first = (await dated()).find(({ day }) => day === '2026-05-01')!;
    await test.http
      .patch(`/api/calendars/days/${first.id}`)
      .set('Cookie', admin.cookie)
      .send({ day: '2026-05-01', kind: 'closed', nameEn: 'Works outing', nameZh: '团建', revision: 1 })
      .expect(200);
    expect(await preview('IE')).toMatchObject({
      changed: expect.any(Number),
      gone: expect.any(Number),
      new: expect.any(Number),
    });
    await post('calendars/holidays/import', { country: 'IE', year: 2026 }).expect(200);
    const days = (await dated()).map(({ day }) => day);
    expect(days).toContain('2026-03-17');
    expect(await dated()).toContainEqual(expect.objectContaining({ day: '2026-05-01', nameZh: '团建' }));
    expect(days).not.toContain('2026-10-01');
  });

  it.each([
    [{ country: 'XX', year: 2026 }, 'unknown-country'],
    [{ country: 'GB', region: 'TEXAS', year: 2026 }, 'unknown-region'],
  ])('refuses %j', async (body, code) => {
    expect((await post('calendars/holidays/import', body).expect(400)).body.code).toBe(code);
  });
});
