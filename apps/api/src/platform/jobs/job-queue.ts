/** A kind of work that is done later, by whichever process comes first, and again until it is done. */
export interface JobQueue<Data extends object> {
  readonly name: string;
  /** How long one try may take; after that it is tried again, and after a killed process within minutes. */
  readonly expireSeconds: number;
  /** How often it is tried again after it failed. */
  readonly retries: number;
  /** The pause before the first new try; it doubles each time, up to `longestRetrySeconds`. */
  readonly retrySeconds: number;
  readonly longestRetrySeconds: number;
  /** How many of it this process works on at a time. */
  readonly atOnce: number;
  /** Only names the type of what a job of it carries. */
  readonly carries?: Data;
}

export type Work<Data extends object> = (data: Data, job: { readonly triesLeft: number }) => Promise<void>;
