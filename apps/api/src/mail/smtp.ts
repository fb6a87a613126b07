import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Letter } from './mail.query.js';

/**
 * `again`: the server has surely not taken it. `refused`: nor will it later. `uncertain`: the whole letter was handed
 * over and no answer came; it may have been taken.
 */
export type Delivery =
  { readonly state: 'sent' } | { readonly state: 'again' | 'refused' | 'uncertain'; readonly error: string };

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** One try on a connection of its own. Never throws. */
export async function deliver(smtpUrl: string, from: string, letter: Letter): Promise<Delivery> {
  let isHandedOver = false;
  try {
    const message = await composed(from, letter);
    await send(smtpUrl, { from, to: letter.to, message, handedOver: () => (isHandedOver = true) });
    return { state: 'sent' };
  } catch (error) {
    return { state: stateOf(error, isHandedOver), error: String(error).slice(0, 500) };
  }
}

const automatic = { 'Auto-Submitted': 'auto-generated' };

/** One press is only for what is sent under encryption: RFC 8058, 3.1. */
const unsubscribe = (url: string | null): Record<string, string> =>
  url === null
    ? {}
    : {
        'List-Unsubscribe': `<${url}>`,
        ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      };

const composed = (
  from: string,
  { messageId, to, subject, body, attachmentName, attachment, isWritten, replyTo, unsubscribeUrl }: Letter,
): Promise<Buffer> =>
  new MailComposer({
    ...{ from: { name: 'Forecall', address: from }, to: { name: '', address: to } },
    ...{ messageId, subject, text: body },
    // Out-of-office replies keep away from what a program sends, and a person's letter is answered to that person.
    ...(isWritten
      ? replyTo !== null && { replyTo: { name: '', address: replyTo } }
      : { headers: { ...automatic, ...unsubscribe(unsubscribeUrl) } }),
    ...(attachmentName !== null && {
      attachments: [{ filename: attachmentName, content: attachment ?? '', contentType: 'text/csv; charset=utf-8' }],
    }),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
    .compile()
    .build();

interface Handing {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
  /** Called before the last dot is written: until then the server cannot have taken the letter. */
  readonly handedOver: () => void;
}

function send(smtpUrl: string, { from, to, message, handedOver }: Handing): Promise<void> {
  const { auth, ...server } = parseConnectionUrl(smtpUrl);
  const connection = new SMTPConnection({ ...server, ...timeouts });
  const rest = [message];
  // Read only once the server has said that it waits for the letter.
  const source = new Readable({
    read() {
      const part = rest.shift() ?? null;
      if (part === null) handedOver();
      this.push(part);
    },
  });
  return new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    const handIn = () =>
      connection.send({ from, to: [to] }, source, (error) => {
        if (error) {
          reject(error);
          return;
        }
        connection.on('error', () => undefined);
        connection.quit();
        resolve();
      });
    connection.connect((error) => {
      if (error) reject(error);
      else if (auth) connection.login(auth, (refused) => (refused ? reject(refused) : handIn()));
      else handIn();
    });
  }).catch((error: unknown) => {
    // What else the connection says of its end has been said.
    connection.on('error', () => undefined);
    connection.close();
    throw error;
  });
}

function stateOf(error: unknown, isHandedOver: boolean): 'again' | 'refused' | 'uncertain' {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  // A password that is wrong is ours to mend; no letter is lost over it.
  if (code === 'EAUTH') return 'again';
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'again';
  if (code === 'EENVELOPE') return 'refused';
  return isHandedOver ? 'uncertain' : 'again';
}
