import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { ComplaintDetail } from '@forecall/contracts';
import { anOrganisation } from '../testing/builders.js';
import { formBody, formBoundary, openForm, typed } from '../testing/complaint-form.js';
import { aDesk, type Desk } from '../testing/desk-builders.js';
import { files } from '../testing/files.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { neighbourhoodOf } from '../platform/http/public-limits.js';
import { complaintsPerAddress, triesPerAddress } from './form-limits.js';

describe('the public form', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    await openForm(test.database, desk.departmentId);
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  const newToken = () => randomBytes(32).toString('base64url');
  const sent = (
    { token = newToken(), ...fields }: Record<string, string> = {},
    attached: Parameters<typeof formBody>[1] = [],
    headers: Record<string, string> = {},
  ) =>
    test.http
      .post(`/complain?lang=en&form=${token}`)
      .unset('X-Forecall')
      .set({
        Origin: 'http://forecall.test',
        'Content-Type': `multipart/form-data; boundary=${formBoundary}`,
        ...headers,
      })
      .send(formBody({ ...typed, ...fields }, attached));
  const numberIn = (html: string) => /C-\d\d-\d{5}/.exec(html)?.[0];
  const counted = async () =>
    (await test.database.first<{ n: number }>('SELECT count(*)::int AS n FROM complaint'))?.n ?? 0;

  it('is small, whole, and changes nothing', async () => {
    const before = await counted();
    const { text, headers } = await test.http
      .get(`/complain?form=${newToken()}`)
      .set('Accept-Language', 'zh-CN,zh;q=0.9,en;q=0.8')
      .expect(200);
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).not.toContain('<script');
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-type': 'text/html; charset=utf-8' });
    expect((await test.http.get(`/complain?lang=en&form=${newToken()}`).set('Accept-Language', 'zh')).text).toContain(
      '<html lang="en">',
    );
    expect(await counted()).toBe(before);
  });

  it('makes contact and complaint, with what was told and the files', async () => {
    const attached = [
      { name: '海港银行.pdf', content: files.good['letter.pdf']!.content() },
      { name: 'photo.png', content: files.good['photo.png']!.content() },
    ];
    const told = {
      company: 'Harbour Bank',
      happenedOn: '2026-01-05',
      remedySought: 'Money back',
      summary: 'Twice\r\ncharged',
    };
    const { text } = await sent(told, attached).expect(201);
    const number = numberIn(text);
    const list = await test.http.get(`/api/complaints?number=${number!}`).set('Cookie', desk.head.cookie).expect(200);
    const { id } = list.body.complaints[0] as { id: string };
    const { body } = await test.http.get(`/api/complaints/${id}`).set('Cookie', desk.head.cookie).expect(200);
    expect(body as ComplaintDetail).toMatchObject({
      number,
      channel: 'form',
      summary: 'Twice\ncharged',
      remedySought: 'Money back',
      account: null,
      owner: null,
      receiver: null,
      handlingDepartment: { id: desk.departmentId },
      answerableDepartment: { id: desk.departmentId },
      isOpen: true,
      steps: [{ step: 'received', by: null }],
    });
    const kept = await test.http.get(`/api/complaints/${id}/attachments`).set('Cookie', desk.head.cookie).expect(200);
    expect(kept.body.attachments).toMatchObject([
      { name: '海港银行.pdf', addedBy: null, isInternal: true },
      { name: 'photo.png', addedBy: null },
    ]);
  });

  it('makes one of a form that is sent twice, also at the same time, and also when it was changed', async () => {
    const token = newToken();
    const before = await counted();
    const replies = await Promise.all([sent({ token }), sent({ token })]);
    const again = await sent({ token, summary: 'Changed', email: 'no address' }).expect(200);
    const numbers = [...replies, again].map(({ text }) => numberIn(text));
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toBeDefined();
    expect(await counted()).toBe(before + 1);
    const { text } = await test.http.get(`/complain?lang=en&form=${token}`).expect(200);
    expect(numberIn(text)).toBe(numbers[0]);
  });

  it('gives each form an address of its own', async () => {
    const { headers } = await test.http.get('/complain?lang=zh').expect(303);
    expect(headers['location']).toMatch(/^\/complain\?lang=zh&form=[\w-]{43}$/);
  });

  it.each([
    ['no name', { name: ' ' }, 'name', 'is missing'],
    ['nothing said', { summary: '' }, 'summary', 'is missing'],
    ['no way back', { email: '' }, 'email', 'Give an e-mail address or a telephone number'],
    ['no address', { email: 'chen at harbour' }, 'email', 'is no e-mail address'],
    ['no number', { phone: 'call me' }, 'phone', 'is no telephone number'],
    ['a day to come', { happenedOn: '2990-01-01' }, 'happenedOn', 'lies in the future'],
    ['a day before our calendar', { happenedOn: '0000-01-01' }, 'happenedOn', 'lies before 1900'],
    ['no day', { happenedOn: 'yesterday' }, 'happenedOn', 'is no date'],
    ['too much', { summary: 'x'.repeat(2001) }, 'summary', 'is too long'],
    ['a nul', { summary: 'a\0b' }, 'summary', 'holds characters that cannot be read'],
  ])(
    'says at the field what is wrong with %s, and keeps the rest',
    async (_, wrong: Record<string, string>, field, words) => {
      const before = await counted();
      const { text } = await sent({ company: '"><b>Harbour</b> & Co', ...wrong }).expect(400);
      expect(text).toMatch(new RegExp(`id="${field}-fault">[^<]*${words}`));
      expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
      expect(text).toContain('value="&quot;&gt;&lt;b&gt;Harbour&lt;/b&gt; &amp; Co"');
      expect(await counted()).toBe(before);
    },
  );

  it.each([
    [
      'lies',
      [{ name: 'photo.png', content: files.bad['page.png']!.content() }],
      /photo.png ends in .png, its content is of another kind/,
    ],
    [
      'is too large',
      [{ name: 'log.txt', content: Buffer.alloc(10 * 1024 * 1024 + 1, 'a\n') }],
      /log.txt is larger than 10 MB/,
    ],
    [
      'is the fourth',
      Array.from({ length: 4 }, (__, n) => ({ name: `${n}.txt`, content: Buffer.from('x') })),
      /At most 3 files/,
    ],
  ])('refuses a file that %s, and keeps what was typed', async (_, attached, words) => {
    const before = await counted();
    const { text } = await sent({ summary: 'Kept as typed' }, attached).expect(400);
    expect(text).toMatch(words);
    expect(text).toContain('Kept as typed');
    expect(text).toContain('Choose your files again');
    expect(await counted()).toBe(before);
  });

  it('refuses more than it reads through, in words, before it comes', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { Origin: 'http://forecall.test', 'Content-Length': '400000000' };
      const asking = request(`${test.url}/complain`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${formBoundary}` },
      });
      asking.on('response', ({ statusCode }) => {
        resolve(statusCode);
        asking.destroy();
      });
      asking.on('error', reject);
      asking.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('refuses what fills the field that stays empty, and an unknown token, and shows the page again', async () => {
    const { text } = await sent({ website: 'http://spam.test' }).expect(400);
    expect(text).toContain('A field that stays empty was filled in');
    expect(text).not.toContain('spam.test');
    expect((await sent({ token: 'guessed' }).expect(400)).text).toContain('Send it once more');
  });

  it('answers the same whether a customer number is one or not', async () => {
    await test.database.change(
      `INSERT INTO account (id, number, name) VALUES (gen_random_uuid(), 'K-1', 'Harbour Bank')`,
    );
    const shape = async (customerNumber: string) =>
      (await sent({ customerNumber }).expect(201)).text.replaceAll(/C-\d\d-\d{5}|form=[\w-]{43}/g, 'own');
    expect(await shape('K-1')).toBe(await shape('K-999'));
  });

  it.each([
    ['another page', { Origin: 'http://elsewhere.test' }, 403],
    ['no origin that a browser would name', { Origin: 'null' }, 403],
  ])('is not taken from %s', async (_, headers, status) => {
    const before = await counted();
    await sent({}, [], headers).expect(status);
    expect(await counted()).toBe(before);
  });

  it('ends at so many complaints from one address, whatever it says of itself, and tells when to come back', async () => {
    const before = await counted();
    const from = (n: number) => sent({}, [], { 'X-Forwarded-For': `10.1.1.${n}, 198.51.100.7` });
    for (let n = 0; n < complaintsPerAddress; n += 1) await from(n).expect(201);
    const { text, headers } = await from(99).expect(429);
    expect(text).toMatch(/send it again in \d+ min/);
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    await sent({}, [], { 'X-Forwarded-For': '198.51.100.8' }).expect(201);
    expect(await counted()).toBe(before + complaintsPerAddress + 1);
  });

  it('ends at so many tries from one address', async () => {
    for (let n = 0; n < triesPerAddress; n += 1) await sent({ name: '' }).expect(400);
    await sent({ name: '' }).expect(429);
  });

  it('counts a network of 64 bits as one address', () => {
    expect(neighbourhoodOf('2001:db8:1:2:3::4')).toBe(neighbourhoodOf('2001:db8:1:2::9'));
    expect(neighbourhoodOf('2001:db8:1:3::9')).not.toBe(neighbourhoodOf('2001:db8:1:2::9'));
    expect(neighbourhoodOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });

  it('leaves nothing of a form that is cut off', async () => {
    const before = await counted();
    const whole = formBody(typed);
    const { status } = await test.http
      .post(`/complain?lang=en&form=${newToken()}`)
      .set({ Origin: 'http://forecall.test', 'Content-Type': `multipart/form-data; boundary=${formBoundary}` })
      .send(whole.subarray(0, whole.length - 30));
    expect(status).toBe(400);
    expect(await counted()).toBe(before);
  });

  it('is closed until somebody opens it', async () => {
    await test.database.change('UPDATE complaint_form SET is_open = false');
    expect((await test.http.get('/complain?lang=en').expect(404)).text).toContain('This form is closed');
    const before = await counted();
    await sent().expect(404);
    expect(await counted()).toBe(before);
  });
});
