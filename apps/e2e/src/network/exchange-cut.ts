/** How far an exchange has come when the line breaks; the server has stored nothing by `body`, and all by `answer`. */
export type CutPoint = 'head' | 'body' | 'sent' | 'half-answer' | 'answer';

/** Follows one request and its answer through the proxy, and says when it has come so far. */
export class ExchangeCut {
  private request = Buffer.alloc(0);
  private isOver = false;

  constructor(
    private readonly point: CutPoint,
    private readonly cut: () => void,
  ) {}

  /** What of the client's data may go on; the request is held until it is whole. */
  fromClient(data: Buffer): Buffer {
    if (this.isOver) return Buffer.alloc(0);
    this.request = Buffer.concat([this.request, data]);
    const head = this.request.indexOf('\r\n\r\n') + 4;
    const bodyLength = Number(/content-length: (\d+)/i.exec(this.request.toString('latin1'))?.[1]);
    if (head < 4 || this.request.length < head + bodyLength) return Buffer.alloc(0);
    if (this.point === 'head') return this.end(this.request.subarray(0, head));
    if (this.point === 'body') return this.end(this.request.subarray(0, head + Math.floor(bodyLength / 2)));
    if (this.point === 'sent') return this.end(this.request);
    return this.request;
  }

  /** What of the server's data may go on. */
  fromServer(data: Buffer): Buffer {
    if (this.isOver) return Buffer.alloc(0);
    return this.end(data.subarray(0, this.point === 'half-answer' ? Math.floor(data.length / 2) : 0));
  }

  private end(last: Buffer): Buffer {
    this.isOver = true;
    // What goes on must have arrived: a connection that is reset takes back what is still under way.
    setTimeout(this.cut, this.point === 'sent' ? 0 : 30);
    return last;
  }
}
