import supertest from 'supertest';
import type { ReplyCheck } from './reply-check.js';

/** Requests as the console sends them, each on its own: no cookie is kept from one to the next. */
export interface HttpClient {
  get(path: string): supertest.Test;
  post(path: string): supertest.Test;
  put(path: string): supertest.Test;
  patch(path: string): supertest.Test;
  delete(path: string): supertest.Test;
}

/** Every reply is compared with the API's document before the spec sees it. */
export function httpClient(url: string, check: ReplyCheck): HttpClient {
  const client = supertest(url);
  const send = (method: keyof HttpClient) => (path: string) =>
    client[method](path).set('X-Forecall', 'console').expect(check);
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
  };
}
