import { readProblem } from '../http/problem-error.js';
import { isLineAtFault, isRefusal } from './outcome.js';

const ofOurServer = (status: number, code: string) =>
  readProblem(status, { type: 'about:blank', title: 'x', status, code });

describe('an answer without success', () => {
  it.each([
    [400, 'invalid'],
    [403, 'forbidden'],
    [409, 'contact-exists'],
    [422, 'reason-not-in-use'],
  ])('%i %s of our server is a refusal, and the next may be sent', (status, code) => {
    const problem = ofOurServer(status, code);
    expect([isRefusal(problem), isLineAtFault(problem)]).toEqual([true, false]);
  });

  it.each([
    [401, 'signed-out'],
    [403, 'other-user'],
    [429, 'too-many'],
    [503, 'unavailable'],
  ])('%i %s passes, and the next would fare no better', (status, code) => {
    const problem = ofOurServer(status, code);
    expect([isRefusal(problem), isLineAtFault(problem)]).toEqual([false, true]);
  });

  it('without a status is the line', () => {
    expect(isLineAtFault(readProblem(0, new ProgressEvent('error')))).toBe(true);
  });

  it('with a fault of the server at this one passes, and the next may be sent', () => {
    const problem = ofOurServer(500, 'fault');
    expect([isRefusal(problem), isLineAtFault(problem)]).toEqual([false, false]);
  });

  it.each([200, 403, 404, 413])('%i from a proxy in between is no refusal: the server has not seen it', (status) => {
    expect(isRefusal(readProblem(status, '<html>'))).toBe(false);
  });
});
