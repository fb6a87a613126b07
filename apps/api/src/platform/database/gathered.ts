interface Asking<Answer> {
  readonly key: string;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One query for all who ask for a key while the query before is under way. Whoever asks is answered by a query that
 * began afterwards, so an answer is never older than its question.
 */
export class Gathered<Answer> {
  private asking: Asking<Answer>[] = [];
  private isReading = false;

  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>) {}

  get(key: string): Promise<Answer | undefined> {
    return new Promise((resolve, reject) => {
      this.asking.push({ key, resolve, reject });
      if (!this.isReading) void this.readOn();
    });
  }

  private async readOn(): Promise<void> {
    this.isReading = true;
    // What came in with the same read of the sockets goes with the first.
    await new Promise(setImmediate);
    while (this.asking.length > 0) {
      const asking = this.asking;
      this.asking = [];
      try {
        const answers = await this.read([...new Set(asking.map(({ key }) => key))]);
        for (const { key, resolve } of asking) resolve(answers.get(key));
      } catch (error) {
        for (const { reject } of asking) reject(error);
      }
    }
    this.isReading = false;
  }
}
