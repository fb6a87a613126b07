import type { Readable } from 'node:stream';
import type { Response } from 'supertest';
import { v7 as uuid } from 'uuid';
import type { Attachment, AttachmentList } from '@forecall/contracts';
import { anOrganisation, type SignedIn } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { files } from '../../testing/files.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('files with a complaint', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  let complaintId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  beforeEach(async () => ({ complaintId } = await requests.aComplaint()));
  afterAll(() => test.close());

  interface Sent {
    readonly id?: string;
    readonly who?: SignedIn;
    readonly to?: string;
    readonly isInternal?: 'yes' | 'no';
  }
  const put = (
    name: string,
    content: Buffer,
    { id = uuid(), who = desk.rep, to = complaintId, isInternal }: Sent = {},
  ) =>
    test.http
      .put(`/api/complaints/${to}/attachments/${id}`)
      .query({ name, ...(isInternal ? { isInternal } : {}) })
      .set('Cookie', who.cookie)
      .set('Content-Type', 'application/octet-stream')
      .send(content);
  const list = async (who = desk.rep, of = complaintId): Promise<Attachment[]> =>
    ((await requests.get(who, `complaints/${of}/attachments`).expect(200)).body as AttachmentList).attachments;
  const askFor = (id: string, who = desk.rep) =>
    requests.get(who, `complaints/${complaintId}/attachments/${id}/content`);
  const download = (id: string, who = desk.rep) => askFor(id, who).buffer(true).parse(bytesOf);

  it.each(Object.entries(files.good))('takes %s by its content', async (name, { content, mediaType }) => {
    const { body } = await put(name, content()).expect(201);
    expect(body).toMatchObject({ name, mediaType, sizeBytes: content().length, addedBy: expect.any(String) });
    const { body: bytes, headers } = await download(body.id).expect(200);
    expect((bytes as Buffer).equals(content())).toBe(true);
    expect(headers['content-type']).toContain(mediaType);
    expect(headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename=/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  it.each(Object.entries(files.bad))('refuses %s, and keeps nothing', async (name, { content, code, status }) => {
    const { body } = await put(name, content()).expect(status);
    expect(body).toMatchObject({ code, fields: [{ path: 'name', code }] });
    expect(body.values.name).toBeTruthy();
    expect(await list()).toEqual([]);
  });

  it('says what a name tells and what the content is', async () => {
    const { body } = await put('receipt.png', files.good['letter.pdf']!.content()).expect(415);
    expect(body).toMatchObject({ code: 'file-lies', values: { name: 'receipt.png', told: 'png', found: 'pdf' } });
  });

  it('keeps a name without folders and unseen characters, and gives a nameless kind its ending', async () => {
    const pdf = files.good['letter.pdf']!.content();
    const { body } = await put('..\\..\\secret/in\u202Evoice\r\n.pdf', pdf).expect(201);
    expect(body.name).toBe('invoice.pdf');
    expect((await put('scan', pdf).expect(201)).body.name).toBe('scan.pdf');
    await put('a\u0000.pdf', pdf).expect(400);
    const { headers } = await download((await put('海港银行 "发票".pdf', pdf).expect(201)).body.id);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('海港银行 _发票_.pdf')}`);
  });

  it('takes 10 MB, and not a byte more', async () => {
    const text = Buffer.alloc(10 * 1024 * 1024, 'a line of a log\n');
    await put('log.txt', text).expect(201);
    const { body } = await put('log.txt', Buffer.concat([text, Buffer.from('!')])).expect(413);
    expect(body).toMatchObject({ code: 'file-too-large', values: { megabytes: 10 } });
    expect(await list()).toHaveLength(1);
  });

  it('counts while it reads, where no length is told', async () => {
    const reply = await chunked(
      `${test.url}/api/complaints/${complaintId}/attachments/${uuid()}?name=log.txt`,
      desk.rep.cookie,
      11,
    );
    expect(reply).toMatchObject({ status: 413, code: 'file-too-large' });
    expect(await list()).toEqual([]);
  });

  it('leaves nothing of an upload that is cut off', async () => {
    const cut = new AbortController();
    const sending = chunked(
      `${test.url}/api/complaints/${complaintId}/attachments/${uuid()}?name=log.txt`,
      desk.rep.cookie,
      4,
      {
        signal: cut.signal,
        afterFirst: () => cut.abort(),
      },
    );
    await expect(sending).rejects.toThrow();
    expect(await list()).toEqual([]);
    await put('log.txt', Buffer.from('whole\n')).expect(201);
  });

  it('stores once what is sent again, and refuses the id for anything else', async () => {
    const id = uuid();
    const pdf = files.good['letter.pdf']!.content();
    const sent = await Promise.all([1, 2, 3].map(() => put('letter.pdf', pdf, { id })));
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1);
    const { complaintId: other } = await requests.aComplaint();
    for (const again of [
      put('letter.pdf', files.good['photo.png']!.content(), { id }),
      put('photo.png', files.good['photo.png']!.content(), { id }),
      put('other.pdf', pdf, { id }),
      put('letter.pdf', pdf, { id, isInternal: 'yes' }),
      put('letter.pdf', pdf, { id, who: desk.supervisor }),
      put('letter.pdf', pdf, { id, to: other }),
    ])
      expect([409, 415]).toContain((await again).status);
    expect(await list()).toHaveLength(1);
    expect(await list(desk.rep, other)).toEqual([]);
  });

  it('keeps at most 30 with one complaint', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => put(`note ${n}.txt`, Buffer.from(`note ${n}`)).expect(201)));
    const { body } = await put('one more.txt', Buffer.from('one more')).expect(409);
    expect(body).toMatchObject({ code: 'too-many-files', values: { files: 30, megabytes: 100 } });
  });

  it('stands 20 large files at once', async () => {
    const photo = Buffer.concat([files.good['photo.jpg']!.content(), Buffer.alloc(9 * 1024 * 1024)]);
    const others = await Promise.all([1, 2].map(() => requests.aComplaint()));
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, n) => put('photo.jpg', photo, { to: others[n % 2]!.complaintId })),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array(20).fill(201));
  }, 60_000);

  it('shows them to those who see the complaint, to the rep concerned without the internal ones', async () => {
    const concerned = await aColleague(test.database, desk);
    ({ complaintId } = await requests.aComplaint({ repConcernedId: concerned.staffId }));
    const open = (await put('open.txt', Buffer.from('open')).expect(201)).body as Attachment;
    const internal = (await put('internal.txt', Buffer.from('internal'), { isInternal: 'yes' }).expect(201))
      .body as Attachment;
    expect((await list(desk.head)).map(({ id }) => id)).toEqual([open.id, internal.id]);
    expect(await list(concerned)).toMatchObject([{ id: open.id, mayVoid: false }]);
    await download(open.id, concerned).expect(200);
    await askFor(internal.id, concerned).expect(404);
    expect((await put('mine.txt', Buffer.from('mine'), { who: concerned }).expect(403)).body.code).toBe('forbidden');
    const stranger = await aColleague(test.database, await aDesk(test.database));
    await requests.get(stranger, `complaints/${complaintId}/attachments`).expect(404);
    await askFor(open.id, stranger).expect(404);
    await put('x.txt', Buffer.from('x'), { who: stranger }).expect(404);
  });

  it('takes back with a reason, puts back, and answers the content only meanwhile', async () => {
    const { id } = (await put('wrong.txt', Buffer.from('wrong')).expect(201)).body as Attachment;
    const act = (name: string, who: SignedIn, body = {}) =>
      requests.post(who, `complaints/${complaintId}/attachments/${id}/${name}`, body);
    const colleague = await aColleague(test.database, desk);
    await act('void', colleague).expect(404);
    const { body } = await act('void', desk.rep, { why: 'Of another customer' }).expect(200);
    expect(body).toMatchObject({ voidedAt: expect.any(String), voidReason: 'Of another customer' });
    expect((await act('void', desk.rep, { why: 'Twice' }).expect(200)).body.voidReason).toBe('Of another customer');
    expect((await askFor(id).expect(409)).body.code).toBe('attachment-taken-back');
    expect(await list()).toMatchObject([{ id, voidReason: 'Of another customer', mayVoid: true }]);
    expect((await act('unvoid', desk.supervisor).expect(200)).body).toMatchObject({
      voidedAt: null,
      voidReason: null,
    });
    await download(id).expect(200);
  });

  it('adds nothing to a voided complaint', async () => {
    await requests
      .post(desk.supervisor, `complaints/${complaintId}/void`, { revision: 1, why: 'No complaint' })
      .expect(200);
    expect((await put('late.txt', Buffer.from('late')).expect(409)).body.code).toBe('voided');
  });

  it('takes files on no other route, and none packed', async () => {
    const sent = (path: string, type: string) =>
      test.http.post(path).set('Cookie', desk.rep.cookie).set('Content-Type', type).send('x');
    await sent('/api/contacts', 'application/octet-stream').expect(415);
    await sent('/api/contacts', 'multipart/form-data; boundary=x').expect(415);
    await put('a.txt', Buffer.from('a')).set('Content-Encoding', 'gzip').expect(415);
    await test.http
      .put(`/api/complaints/${complaintId}/attachments/${uuid()}?name=a.txt`)
      .set('Cookie', desk.rep.cookie)
      .send({ a: 1 })
      .expect(415);
  });

  it('never changes a content', async () => {
    const { id } = (await put('kept.txt', Buffer.from('kept')).expect(201)).body as Attachment;
    await expect(test.database.change(`UPDATE attachment SET content = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      'never changed',
    );
  });
});

const bytesOf = (reply: Response, done: (error: Error | null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  // What superagent hands to a parser is the stream of the reply.
  const stream = reply as unknown as Readable;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
};

/** Without a length, a megabyte at a time. */
async function chunked(
  url: string,
  cookie: string,
  megabytes: number,
  { signal, afterFirst }: { signal?: AbortSignal; afterFirst?: () => void } = {},
): Promise<{ status: number; code: string }> {
  async function* pieces() {
    for (let n = 0; n < megabytes; n += 1) {
      yield new Uint8Array(1024 * 1024).fill(97);
      if (n === 0) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        afterFirst?.();
      }
    }
  }
  const reply = await fetch(url, {
    method: 'PUT',
    headers: { cookie, 'x-forecall': 'console', 'content-type': 'application/octet-stream' },
    body: ReadableStream.from(pieces()),
    ...{ duplex: 'half' },
    ...(signal ? { signal } : {}),
  });
  return { status: reply.status, ...((await reply.json()) as { code: string }) };
}
