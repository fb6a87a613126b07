import { inject, Service } from '@angular/core';
import type { Acted } from '@forecall/contracts';
import { problemOf } from '../platform/http/problem-error.js';
import type { TextValues } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { OrganisationClient } from './organisation-client.js';

/** Says what was done, and offers to take it back: an act on the organisation, unless `undone` says by what else. */
@Service()
export class Undoable {
  private readonly client = inject(OrganisationClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);

  /** `changed` reads anew what the page shows: after the act, after its undoing, and where somebody else came first. */
  async does(
    acting: Promise<Acted>,
    text: string,
    values: TextValues,
    changed: () => unknown,
    undone: (act: string) => Promise<unknown> = (act) => this.client.undo(act),
  ): Promise<void> {
    try {
      const { act } = await acting;
      const undo = () => this.faults.heed(undone(act)).then(changed);
      this.toasts.show({ text, values, undo });
      changed();
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') changed();
      throw error;
    }
  }
}
