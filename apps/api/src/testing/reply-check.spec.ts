import { Controller, Get, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Permit } from '../platform/access/permit.js';
import { apiDocument } from '../platform/docs/api-document.js';
import { conflict } from '../platform/http/problem.js';
import { ProblemFilter } from '../platform/http/problem.filter.js';
import { type HttpClient, httpClient } from './http-client.js';
import { replyCheck } from './reply-check.js';

const Part = z.object({ label: z.string() }).meta({ id: 'Part' });
const Thing = z.object({ n: z.number().int(), part: Part.nullable() }).meta({ id: 'Thing' });
const ThingQuestion = z.strictObject({ answer: z.string() }).meta({ id: 'ThingQuestion' });

@Controller('things')
class ThingController {
  @Get()
  @Permit('public')
  @ApiOkResponse({ standardSchema: Thing })
  thing(@Query({ schema: ThingQuestion }) { answer }: z.infer<typeof ThingQuestion>): unknown {
    return JSON.parse(answer);
  }

  @Post()
  @Permit('public')
  @ApiOkResponse({ standardSchema: Thing })
  undeclared(): never {
    throw conflict('in-progress', 'It is under way.');
  }
}

@Module({ controllers: [ThingController] })
class ThingModule {}

describe('the check of replies against the API document', () => {
  let app: NestFastifyApplication;
  let http: HttpClient;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(ThingModule, new FastifyAdapter(), { logger: false });
    app.setGlobalPrefix('api');
    app.useGlobalFilters(new ProblemFilter());
    app
      .getHttpAdapter()
      .getInstance()
      .get('/api/aside', () => ({ n: 1 }));
    await app.listen(0, '127.0.0.1');
    http = httpClient(await app.getUrl(), replyCheck(apiDocument(app)));
  });
  afterAll(() => app.close());
  const answer = async (body: unknown) =>
    http.get(`/api/things?answer=${encodeURIComponent(JSON.stringify(body))}`).expect(200);

  it('passes what is declared, nested parts and null included', async () => {
    await answer({ n: 1, part: { label: 'a' } });
    await answer({ n: 2, part: null });
  });

  it.each([
    ['a field of another type', { n: 'one', part: null }, /body\/n must be integer/],
    ['a missing field', { n: 1 }, /must have required property 'part'/],
    ['a field that is not declared', { n: 1, part: null, secret: 'x' }, /must NOT have unevaluated properties/],
    ['one in a nested part', { n: 1, part: { label: 'a', secret: 'x' } }, /body\/part/],
  ])('fails %s', async (_, body, message) => {
    await expect(answer(body)).rejects.toThrow(message);
  });

  it('fails a status that is not declared', async () => {
    await expect(http.post('/api/things').expect(409)).rejects.toThrow('-> 409: the document has no such status here');
  });

  it('fails an operation that is not in the document, unless it is not there at all', async () => {
    await http.get('/api/elsewhere').expect(404);
    await http.delete('/api/things').expect(404);
    await expect(http.get('/api/aside').expect(200)).rejects.toThrow('the document has no such operation');
  });
});
