import { Service } from '@angular/core';
import { problemOf } from '../platform/http/problem-error.js';

const againMilliseconds = 1_000;
const mostTries = 5;

/** The server looks into a few files at a time: this page asks for one look after the other, and not for outdated ones. */
@Service()
export class Looks {
  private last: Promise<unknown> = Promise.resolve();

  next<Answer>(outdated: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
    const looked = this.last.then(() => whenFree(outdated, ask));
    this.last = looked.catch(() => undefined);
    return looked;
  }
}

async function whenFree<Answer>(outdated: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    outdated.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (problemOf(error).code !== 'imports-busy' || tries === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, againMilliseconds));
    }
  }
}
