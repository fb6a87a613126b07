import { inject, Service } from '@angular/core';
import type { Acted } from '@forecall/contracts';
import { problemOf } from '../platform/http/problem-error.js';
import type { TextValues } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { LeaveClient } from './leave-client.js';

/** Acts on leave: says what was done, and offers to take it back. Those who enter leave are no administrators. */
@Service()
export class LeaveUndoable {
  private readonly client = inject(LeaveClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);

  /** `changed` reads anew what the page shows: after the act, after its undoing, and where somebody else came first. */
  async does(acting: Promise<Acted>, text: string, values: TextValues, changed: () => unknown): Promise<void> {
    try {
      const { act } = await acting;
      this.toasts.show({ text, values, undo: () => this.undo(act, changed) });
      changed();
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') changed();
      throw error;
    }
  }

  private async undo(act: string, changed: () => unknown): Promise<void> {
    await this.faults.heed(this.client.undo(act));
    changed();
  }
}
