import { Me, Problem } from '@forecall/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';

const answerWithinMs = 10_000;
const pausesMs = [200, 400, 800, 1600, 3200, 6400];

/** The API says no, and would say so again. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Nobody has answered, however often it was asked. */
export class NoAnswer extends Error {}

export interface Line {
  readonly url: string;
  readonly password: string;
  readonly fetch: typeof fetch;
  /** Ends the pauses between tries. */
  readonly signal: AbortSignal;
  /** Hears of each time something is sent again. */
  readonly onResend: () => void;
}

interface Sending<Answer> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** For a POST without an id of its own in the body. */
  readonly key?: string;
  readonly answer: z.ZodType<Answer>;
}

/**
 * Somebody of the demo who is signed in. What gets no answer is sent again unchanged, with the same id or key, so that
 * the API does it once.
 */
export class Agent {
  private cookie = '';
  /** The server's clock minus ours. */
  aheadMs = 0;

  constructor(
    private readonly line: Line,
    readonly email: string,
  ) {}

  async signIn(): Promise<Me> {
    const body = { login: this.email, password: this.line.password };
    const reply = await this.reply({ method: 'POST', path: '/api/session', body, answer: Me });
    const me = Me.parse(reply.body);
    this.cookie = reply.cookie;
    this.aheadMs = Date.parse(me.serverTime) - Date.now();
    return me;
  }

  async send<Answer>(sending: Sending<Answer>): Promise<Answer> {
    try {
      return sending.answer.parse((await this.reply(sending)).body);
    } catch (error) {
      // The session has ended: its time was over, or somebody has ended it.
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      await this.signIn();
      return sending.answer.parse((await this.reply(sending)).body);
    }
  }

  private async reply<Answer>(sending: Sending<Answer>): Promise<Reply> {
    for (let attempt = 0; ; attempt += 1) {
      const reply = await this.once(sending);
      if (reply && reply.status < 300) return reply;
      if (reply && !mayPass(reply)) throw refusal(reply);
      const wait = pausesMs[attempt];
      if (wait === undefined) throw reply ? refusal(reply) : new NoAnswer(`Nothing answers at ${this.line.url}.`);
      this.line.onResend();
      await pause(wait, undefined, { signal: this.line.signal });
    }
  }

  /** Undefined where no answer came, or only a part of one. */
  private async once<Answer>({ method, path, body, key }: Sending<Answer>): Promise<Reply | undefined> {
    const headers: Record<string, string> = { 'X-Forecall': 'console', Cookie: this.cookie };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key !== undefined) headers['Idempotency-Key'] = key;
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const reply = await this.line.fetch(new URL(path, this.line.url), { method, headers, signal, ...text });
      const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return { status: reply.status, cookie, body: await reply.json() };
    } catch {
      return undefined;
    }
  }
}

interface Reply {
  readonly status: number;
  readonly cookie: string;
  readonly body: unknown;
}

/** Another try may be answered otherwise. */
const mayPass = ({ status, body }: Reply): boolean =>
  status >= 500 || status === 429 || Problem.safeParse(body).data?.code === 'in-progress';

function refusal({ status, body }: Reply): Refused {
  const problem = Problem.safeParse(body).data;
  return new Refused(status, problem?.code ?? String(status), problem?.detail ?? '');
}
