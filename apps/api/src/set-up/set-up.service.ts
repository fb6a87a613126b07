import { Inject, Injectable } from '@nestjs/common';
import { type ChangeSetUp, firstSteps, type SetUp, type SetUpPage } from '@forecall/contracts';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { changeSetUp, keepDraft, setUpRow } from './set-up.query.js';

/** How far a company is with its first steps. What is done the records say; kept here is only what they cannot. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(): Promise<SetUp> {
    const row = await setUpRow(this.database, this.config.SMTP_URL !== undefined);
    if (!row) throw notFound('organisation');
    const { isDemo, name, isHidden, drafts, passed, done } = row;
    const steps = firstSteps.map((step) => ({
      step,
      isDone: done[step],
      isPassed: passed.some((page) => page === step),
    }));
    return { isDemo, name, steps, isHidden, drafts };
  }

  async change(changes: ChangeSetUp): Promise<SetUp> {
    await changeSetUp(this.database, changes);
    return this.read();
  }

  async keepDraft(page: SetUpPage, text: string): Promise<void> {
    await keepDraft(this.database, page, text);
  }
}
