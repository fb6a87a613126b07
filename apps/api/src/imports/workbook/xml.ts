import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Refusal } from '../refusal.js';
import { type Archive, smallPart } from './archive.js';
import { limits } from './limits.js';

/** Names come without their namespace's prefix, which every producer chooses otherwise. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds the XML of a part to a handler, piece by piece; yields after each piece, so that the reader sets the pace.
 * Document types are refused, and with them every entity but the five of XML. Nothing is fetched, nothing is expanded.
 */
export async function* xmlPieces(
  bytes: AsyncIterable<Buffer>,
  part: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  const refuse = (why: string): never => {
    throw new Refusal(`The workbook's part ${part} cannot be read: ${why}.`, { code: 'workbook-xml', part, why });
  };
  parser.on('error', (error) => refuse(error.message.replace(/\.$/, '')));
  parser.on('doctype', () => refuse('it has a document type (DOCTYPE), which a workbook never has'));
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > limits.depth) refuse(`more than ${limits.depth} tags stand within each other`);
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth -= 1;
    handler.close?.(localName(name));
  });
  if (handler.text) parser.on('text', (text) => handler.text?.(text));
  if (handler.text) parser.on('cdata', (text) => handler.text?.(text));
  for await (const text of decoded(bytes, refuse)) {
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > limits.pieceCharacters)
      refuse(`a text in it is longer than ${limits.pieceCharacters} characters without a tag`);
    yield;
  }
  parser.close();
  yield;
}

/** All of a small part at once. */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  for await (const _piece of xmlPieces(smallPart(archive, part), part, handler));
}

/** An attribute by its name without a prefix, such as `r:id`. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** XML is in UTF-8 unless it begins with the byte order mark of UTF-16. */
async function* decoded(bytes: AsyncIterable<Buffer>, refuse: (why: string) => never): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const text = (read: (decoder: TextDecoder) => string): string => {
    try {
      return decoder ? read(decoder) : '';
    } catch {
      return refuse('its bytes are not of its encoding');
    }
  };
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield text((known) => known.decode(chunk, { stream: true }));
  }
  yield text((known) => known.decode());
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
