import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  readonly url: string;
  readonly letters: readonly Letter[];
  close(): Promise<void>;
}

/** A mail server on a free port that keeps what it is given. */
export async function aMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
    onData(stream, _session, answer) {
      void simpleParser(stream).then(({ to, subject = '', text = '' }) => {
        letters.push({
          to: [to]
            .flat()
            .map((one) => one?.text)
            .join(),
          subject,
          text,
        });
        answer();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One that nobody listens on now, for a program that must know its own address before it starts. */
export async function aFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
