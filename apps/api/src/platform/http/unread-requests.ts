import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@forecall/contracts';

const refusals: Readonly<Record<string, Pick<Problem, 'status' | 'code' | 'detail'>>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'too-large', detail: 'The address or the headers are too long.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'bad-request',
    detail: 'The request did not come to its end in time.',
  },
};
const unreadable = { status: 400, code: 'bad-request', detail: 'This is no request of HTTP.' };

/** What the server gives up on before it is a request: refused in the form of every other refusal. */
export function refuseUnread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, detail } = refusals[error.code ?? ''] ?? unreadable;
  const title = STATUS_CODES[status] ?? 'Error';
  const body = JSON.stringify({ type: 'about:blank', title, status, code, detail } satisfies Problem);
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  socket.destroySoon();
}
