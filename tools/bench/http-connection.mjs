import { connect } from 'node:net';
import { once } from 'node:events';

/**
 * One kept-alive HTTP/1.1 connection with one request at a time: as little work as a load generator can do, because it
 * shares the machine with what it measures. Answers carry a content-length or are chunked.
 */
export class HttpConnection {
  #socket;
  #waiting;
  #received = Buffer.alloc(0);

  static async open(url) {
    const connection = new HttpConnection();
    const { hostname, port, host } = new URL(url);
    connection.host = host;
    connection.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(connection.#socket, 'connect');
    connection.#socket.on('data', (chunk) => connection.#take(chunk));
    connection.#socket.on('error', (error) => connection.#waiting?.reject(error));
    connection.#socket.on('close', () => connection.#waiting?.reject(new Error('the connection was closed')));
    return connection;
  }

  /** Resolves with status, headers (text) and body (text). */
  request(method, path, { headers = {}, body } = {}) {
    const text = body === undefined ? '' : JSON.stringify(body);
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.host}`, 'x-forecall: console'];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n${text}`);
    });
  }

  close() {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0 || !this.#waiting) return;
    const headers = this.#received.toString('latin1', 0, end);
    const bodyEnd = this.#bodyEnd(headers, end + 4);
    if (bodyEnd < 0) return;
    const body = this.#received.toString('utf8', end + 4, bodyEnd);
    this.#received = this.#received.subarray(bodyEnd);
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ status: Number(headers.slice(9, 12)), headers, body });
  }

  #bodyEnd(headers, start) {
    const length = /content-length: (\d+)/i.exec(headers);
    if (length) return this.#received.length >= start + Number(length[1]) ? start + Number(length[1]) : -1;
    if (!/transfer-encoding: chunked/i.test(headers)) return start;
    const last = this.#received.indexOf('0\r\n\r\n', start);
    return last < 0 ? -1 : last + 5;
  }
}
