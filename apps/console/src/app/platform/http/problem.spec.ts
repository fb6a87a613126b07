import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideTextsForTest } from '../../testing/texts.js';
import { Texts } from '../i18n/texts.js';
import { mayPass, ProblemError, problemOf, readProblem } from './problem-error.js';
import { problemInterceptor } from './problem-interceptor.js';
import { ProblemTexts } from './problem-texts.js';
import { SessionEnd } from './session-end.js';

const texts = {
  unexpected: 'Error {{ status }}',
  'locked-out': { one: 'in a minute', other: 'in {{ minutes }} minutes' },
  'has-left': '{{ name }} left on {{ day }}',
  field: { required: 'missing', 'unknown-reason': 'no such reason', invalid: 'not right' },
};

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      provideTextsForTest({ en: {}, 'problem/en': texts }),
    ],
  });
  const ended = jest.fn();
  TestBed.inject(SessionEnd).announced.subscribe(ended);
  return { http: TestBed.inject(HttpClient), server: TestBed.inject(HttpTestingController), ended };
}

const asError = (body: object) => new ProblemError(readProblem(400, body));

const problem = (code: string, more: object = {}) => ({ type: 'about:blank', title: 'x', status: 400, code, ...more });

describe('a request', () => {
  it('carries the mark of the console, and only to our own server', () => {
    const { http, server } = setUp();
    http.post('/api/contacts', {}).subscribe();
    http.get('/i18n/en.json').subscribe();
    expect(server.expectOne('/api/contacts').request.headers.get('X-Forecall')).toBe('console');
    expect(server.expectOne('/i18n/en.json').request.headers.has('X-Forecall')).toBe(false);
  });

  it('for something waits 10 s at most, one that writes waits as long as it takes', () => {
    const { http, server } = setUp();
    http.get('/api/board').subscribe();
    http.post('/api/contacts', {}).subscribe();
    expect(server.expectOne('/api/board').request.timeout).toBe(10_000);
    expect(server.expectOne('/api/contacts').request.timeout).toBeUndefined();
  });

  it('that is refused fails with the problem the server told', async () => {
    const { http, server } = setUp();
    const answer = firstValueFrom(http.get('/api/board'));
    server.expectOne('/api/board').flush(problem('forbidden'), { status: 403, statusText: 'x' });
    await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('answered "signed out" ends the session, another refusal does not', async () => {
    const { http, server, ended } = setUp();
    const one = firstValueFrom(http.get('/api/one'));
    server.expectOne('/api/one').flush(problem('forbidden'), { status: 403, statusText: 'x' });
    await expect(one).rejects.toBeDefined();
    expect(ended).not.toHaveBeenCalled();
    const two = firstValueFrom(http.get('/api/two'));
    server.expectOne('/api/two').flush(problem('signed-out'), { status: 401, statusText: 'x' });
    await expect(two).rejects.toBeDefined();
    expect(ended).toHaveBeenCalledTimes(1);
  });
});

describe('a failure without problem details', () => {
  it.each([
    [0, new ProgressEvent('error'), 'no-connection'],
    [0, new DOMException('signal timed out', 'TimeoutError'), 'late'],
    [502, '<html>Bad gateway</html>', 'unavailable'],
    [404, null, 'not-found'],
    [500, 'x', 'unexpected'],
  ])('of status %p goes by its status', (status, body, code) => {
    expect(readProblem(status, body).code).toBe(code);
  });

  it('of our own making is a fault', () => {
    expect(problemOf(new TypeError('x is undefined')).code).toBe('fault');
    expect(mayPass(new TypeError('x is undefined'))).toBe(false);
  });

  it.each([
    'Failed to fetch dynamically imported module: http://127.0.0.1/chunk.js',
    'error loading dynamically imported module: http://127.0.0.1/chunk.js',
    'Importing a module script failed.',
  ])('of a program that did not come may pass: %s', (message) => {
    const error = new Error('router', { cause: new TypeError(message) });
    expect(problemOf(error).code).toBe('program');
    expect(mayPass(error)).toBe(true);
  });

  it('is found inside what wraps it', () => {
    const wrapped = new Error('resource', {
      cause: new Error('router', { cause: new ProblemError(readProblem(503, null)) }),
    });
    expect(problemOf(wrapped).code).toBe('unavailable');
  });
});

describe('a problem in words', () => {
  async function words() {
    setUp();
    await TestBed.inject(Texts).use('en');
    return TestBed.inject(ProblemTexts);
  }

  it('counts by the number it carries', async () => {
    const problems = await words();
    expect(problems.sentence(asError(problem('locked-out', { values: { minutes: 1 } })))).toBe('in a minute');
    expect(problems.sentence(asError(problem('locked-out', { values: { minutes: 15 } })))).toBe('in 15 minutes');
  });

  it('tells days and instants as in a calendar', async () => {
    const problems = await words();
    const left = problem('has-left', { values: { name: 'Wu Jing', day: '2019-03-01' } });
    expect(problems.sentence(asError(left))).toBe('Wu Jing left on 1 Mar 2019');
    const at = (day: Date) => problem('has-left', { values: { name: 'Wu Jing', day: day.toISOString() } });
    // Nobody is signed in: the zone is this computer's.
    expect(problems.sentence(asError(at(new Date(2019, 2, 1))))).toBe('Wu Jing left on 1 Mar 2019');
    expect(problems.sentence(asError(at(new Date(2019, 2, 1, 9, 30))))).toBe('Wu Jing left on 1 Mar 2019, 09:30');
  });

  it('of unknown code speaks of its field, else of its status', async () => {
    const problems = await words();
    const fields = [{ path: 'reasonId', code: 'unknown-reason', message: 'x' }];
    expect(problems.sentence(asError(problem('unknown-reason', { fields })))).toBe('no such reason');
    expect(problems.sentence(asError(problem('new-code')))).toBe('Error 400');
  });

  it('has a word for each field it names', async () => {
    const problems = await words();
    const named = problem('invalid', { fields: [{ path: 'name', code: 'required', message: 'x' }] });
    expect(problems.ofField(named, 'name')).toBe('missing');
    expect(problems.ofField(named, 'email')).toBeUndefined();
    const unknown = problem('invalid', { fields: [{ path: 'name', code: 'odd', message: 'x' }] });
    expect(problems.ofField(unknown, 'name')).toBe('not right');
  });
});
