import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server does with a letter: answers with a code, or cuts the line before or after the last dot. */
export type Conduct = 250 | 421 | 451 | 550 | 'cut-before-dot' | 'cut-after-dot' | 'no-answer';

export interface MailServer {
  readonly url: string;
  /** Every letter it has taken in, whether it said so or not. */
  readonly taken: ParsedMail[];
  conduct: Conduct;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. */
export async function aMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const refusal = (code: number) => Object.assign(new Error('Not now'), { responseCode: code });
  const cut = () => {
    for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, answer) {
      if (mail.conduct === 'cut-before-dot') cut();
      else if (mail.conduct === 550) answer(refusal(550));
      else answer();
    },
    onData(stream, _session, answer) {
      void simpleParser(stream).then((letter) => {
        if (mail.conduct === 451 || mail.conduct === 421) {
          answer(refusal(mail.conduct));
          return;
        }
        taken.push(letter);
        if (mail.conduct === 'cut-after-dot') {
          cut();
          return;
        }
        if (mail.conduct !== 'no-answer') answer();
        return undefined;
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    conduct: 250,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return mail;
}
