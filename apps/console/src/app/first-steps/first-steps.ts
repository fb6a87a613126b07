import { computed, inject, Service, signal } from '@angular/core';
import { type ChangeSetUp, type SetUp, type SetUpPage, setUpPages } from '@forecall/contracts';
import { FirstStepsClient } from './first-steps-client.js';

/** How far the company is, for all who show it; asked for when they open, and told by what is done. */
@Service()
export class FirstSteps {
  private readonly client = inject(FirstStepsClient);
  private readonly current = signal<SetUp | undefined>(undefined);
  private last: Promise<unknown> = Promise.resolve();
  readonly setUp = this.current.asReadonly();
  readonly steps = computed(() => this.setUp()?.steps ?? []);
  readonly doneCount = computed(() => this.steps().filter(({ isDone }) => isDone).length);
  readonly isToDo = computed(() => this.setUp()?.isHidden === false && this.doneCount() < this.steps().length);

  refresh(): Promise<SetUp> {
    return this.inTurn(() => this.client.read());
  }

  async change(changes: ChangeSetUp): Promise<void> {
    await this.inTurn(() => this.client.change(changes));
  }

  /** Whoever leaves a page undone has passed it over; a page one is on is not. */
  async pass(page: SetUpPage, isPassed: boolean): Promise<void> {
    const passed = setUpPages.filter((one) =>
      one === page ? isPassed : this.steps().some(({ step, isPassed: was }) => step === one && was),
    );
    await this.change({ passed });
  }

  /** The board counts as looked at once somebody who sets up has seen it. */
  async seeBoard(): Promise<void> {
    const setUp = this.setUp() ?? (await this.refresh());
    if (setUp.isDemo || setUp.isHidden || setUp.steps.some(({ step, isDone }) => step === 'board' && isDone)) return;
    await this.change({ hasSeenBoard: true });
  }

  /** One after the other, so that an older answer never covers a newer one. */
  private inTurn(ask: () => Promise<SetUp>): Promise<SetUp> {
    const answer = this.last.then(ask).then((setUp) => {
      this.current.set(setUp);
      return setUp;
    });
    this.last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }
}
