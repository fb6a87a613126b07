import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { ProblemError } from '../../platform/http/problem.js';
import { Refusal } from '../refusal.js';
import type { ThreadAnswer, ThreadData, ThreadTask } from './thread-task.js';

/** The built program, whether this file is part of it or of a spec. */
const program = join(import.meta.dirname, '../../../dist/imports/thread/thread-program.js');
const mostMegabytes = 1_500;
/** Looks at a file that people wait for: so many at a time, and so long. */
const mostLooks = 2;
const lookLimitMs = 30_000;

/** The thread was ended, because it went on with nothing for too long. */
export class Stalled extends Error {}

/** The thread needed more memory than it may have. */
export class TooMuchMemory extends Error {}

/** Reading and writing of files in threads of their own, so that no request waits for it. */
@Injectable()
export class Threads {
  private looks = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A look at the beginning of a file, for somebody who waits. A refusal says what is wrong with file or preset. */
  async look<Result>(task: Exclude<ThreadTask, { kind: 'work' }>): Promise<Result> {
    if (this.looks >= mostLooks) throw busy();
    this.looks += 1;
    try {
      return (await this.run(task, lookLimitMs)) as Result;
    } catch (error) {
      if (error instanceof TooMuchMemory)
        throw new Refusal('The file needs too much memory.', { code: 'too-much-memory' });
      throw error;
    } finally {
      this.looks -= 1;
    }
  }

  /** `stop` ends the thread in the middle of whatever it does; what it has committed stays. */
  run(task: ThreadTask, limitMs?: number, stop?: AbortSignal): Promise<unknown> {
    const workerData: ThreadData = { task, databaseUrl: this.config.DATABASE_URL };
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
    // A process that is to end does not wait for it: another goes on with the batch.
    worker.unref();
    return new Promise((resolve, reject) => {
      const clock = limitMs && setTimeout(() => end(tooSlow()), limitMs);
      const end = (error: Error) => {
        void worker.terminate();
        reject(error);
      };
      stop?.addEventListener('abort', () => end(new Stalled()), { once: true });
      worker.once('message', (answer: ThreadAnswer) => {
        if ('result' in answer) resolve(answer.result);
        else {
          const { code, message, values } = answer.refusal;
          reject(new Refusal(message, { ...values, code }));
        }
      });
      worker.once('error', (error: Error & { code?: string }) =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuchMemory() : error),
      );
      worker.once('exit', (code) => {
        clearTimeout(clock || undefined);
        reject(new Error(`The thread ended with ${code} before it answered.`));
      });
    });
  }
}

const busy = () => new ProblemError(503, 'imports-busy', 'Several files are looked at in this moment. Send it again.');

const tooSlow = () =>
  new Refusal('The beginning of the file takes too long to read by this preset.', { code: 'too-slow' });
