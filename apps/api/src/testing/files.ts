import { crc32, deflateSync } from 'node:zlib';

interface GoodFile {
  readonly mediaType: string;
  readonly content: () => Buffer;
}

interface BadFile {
  readonly status: number;
  readonly code: string;
  readonly content: () => Buffer;
}

const text = (content: string) => () => Buffer.from(content);

const pdf = text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const jpeg = () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');

function png(): Buffer {
  const part = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from('00000001000000010802000000', 'hex');
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.from([0, 200, 30, 30]))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function webp(): Buffer {
  const body = Buffer.from(
    'WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00',
    'latin1',
  );
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const heic = () => Buffer.from('000000186674797068656963000000006d69663168656963', 'hex');

/** A ZIP of stored files. */
function zip(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}

const office = (part: string, type: string) => () =>
  zip({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="application/vnd.${type}.main+xml"/></Types>`,
    [part]: '<document/>',
  });
const word = 'openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'openxmlformats-officedocument.spreadsheetml.sheet';

const refused = (content: () => Buffer): BadFile => ({ status: 415, code: 'file-kind-refused', content });
const lying = (content: () => Buffer): BadFile => ({ status: 415, code: 'file-lies', content });

/** Small files of each kind, by a fitting name; and those that nobody may attach. */
export const files = {
  good: {
    'letter.pdf': { mediaType: 'application/pdf', content: pdf },
    'photo.png': { mediaType: 'image/png', content: png },
    'photo.jpg': { mediaType: 'image/jpeg', content: jpeg },
    'photo.webp': { mediaType: 'image/webp', content: webp },
    'photo.heic': { mediaType: 'image/heic', content: heic },
    'letter.docx': { mediaType: `application/vnd.${word}`, content: office('word/document.xml', word) },
    'list.xlsx': { mediaType: `application/vnd.${sheet}`, content: office('xl/workbook.xml', sheet) },
    'note.txt': { mediaType: 'text/plain', content: text('Charged twice.\n第二次收费。\n') },
    'rows.csv': { mediaType: 'text/csv', content: () => Buffer.from('c8d5c6da2cbdf0b6ee0a312c320a', 'hex') },
    'mail.eml': {
      mediaType: 'message/rfc822',
      content: text('Subject: Charged twice\r\nX-Folded: a\r\n b\r\nFrom: chen@harbour.test\r\n\r\nOnce more.\r\n'),
    },
  } as Record<string, GoodFile>,
  bad: {
    'empty.txt': { status: 400, code: 'file-empty', content: () => Buffer.alloc(0) },
    'picture.svg': refused(text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
    'page.html': refused(text('<!doctype html><script>alert(1)</script>')),
    'page.txt': refused(text('  \n<HTML><script>alert(1)</script>')),
    'picture.txt': lying(text('<?xml version="1.0"?><svg/>')),
    'run.txt': refused(text('#!/bin/sh\nrm -rf /\n')),
    'nul.txt': refused(() => Buffer.from('a\0b')),
    'page.png': lying(text('<!doctype html><script>alert(1)</script>')),
    'text.pdf': lying(text('no PDF at all')),
    'photo.pdf': lying(png),
    'mail.eml': lying(text('no message at all')),
    'program.exe': refused(() => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])),
    'program.pdf': lying(() => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])),
    'program.txt': lying(() => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])),
    program: refused(() => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])),
    'invoice.pdf.exe': refused(pdf),
    'archive.zip': refused(() => zip({ 'a.txt': 'a' })),
    'archive.docx': lying(() => zip({ 'a.txt': 'a' })),
    'macros.docx': lying(office('word/document.xml', 'ms-word.document.macroEnabled')),
    // Both a picture and a script: the kind of its first bytes counts, and that one is not taken.
    'polyglot.gif': refused(text('GIF89a/*\x01\x00\x01\x00*/=1;alert(1)')),
    'polyglot.pdf': lying(text('<script>alert(1)</script>%PDF-1.4\n%%EOF')),
  } as Record<string, BadFile>,
};
