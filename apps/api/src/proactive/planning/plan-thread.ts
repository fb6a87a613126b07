import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CONFIG, type Config } from '../../platform/config/config.js';

/** The built program, whether this file is part of it or of a spec. */
const program = join(import.meta.dirname, '../../../dist/proactive/planning/plan-program.js');
const mostMegabytes = 2_000;

/** Plans in a thread of its own: many thousand accounts take seconds, in which no request may wait. */
@Injectable()
export class PlanThread {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  plan(): Promise<void> {
    const workerData = { databaseUrl: this.config.DATABASE_URL };
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
    // A process that is to end does not wait for it: the wishes stay, and another plans.
    worker.unref();
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`The thread ended with ${code} before it had planned.`));
      });
    });
  }
}
