import { inject, Service } from '@angular/core';
import { Faults } from './faults.js';
import { Toasts } from './toasts.js';

export interface Deletion {
  /** The key of what is said of it, with its `name`. */
  readonly text: string;
  readonly name: string;
  /** Brings it back. */
  readonly back: () => Promise<unknown>;
  /** Reads anew what the page shows, after the deletion and after its undoing. */
  readonly changed: () => unknown;
}

/** Deletes at once, says so, and offers to bring it back; what is refused is said above the page. */
@Service()
export class Deletions {
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);

  does(deleting: Promise<unknown>, { text, name, back, changed }: Deletion): Promise<void> {
    return this.faults.heed(
      deleting.then(() => {
        this.toasts.show({ text, values: { name }, undo: () => this.faults.heed(back().then(changed)) });
        changed();
      }),
    );
  }
}
