import type { DetectionQuery } from '@forecall/contracts';

/** What a thread of its own is asked to do, away from the event loop that answers requests. */
export type ThreadTask =
  | { readonly kind: 'work'; readonly batchId: string }
  | { readonly kind: 'preview'; readonly batchId: string; readonly definition: unknown }
  | { readonly kind: 'detect'; readonly batchId: string; readonly given: DetectionQuery };

export interface ThreadData {
  readonly task: ThreadTask;
  readonly databaseUrl: string;
}

/** What it answers: the task's result, or why the file or the preset cannot be used. */
export type ThreadAnswer =
  | { readonly result: unknown }
  | {
      readonly refusal: {
        readonly code: string;
        readonly message: string;
        readonly values: Readonly<Record<string, string | number>>;
      };
    };
