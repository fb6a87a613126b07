import { inject, Service } from '@angular/core';
import type { CustomerAsks, MoveCall } from '@forecall/contracts';
import { Subject } from 'rxjs';
import type { TextValues } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { CallsClient } from '../calls-client.js';

/** Moves of calls, each of which can be taken back. */
@Service()
export class CallMoves {
  private readonly client = inject(CallsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  /** The id of a call whose move was taken back. */
  readonly takenBack = new Subject<string>();

  async byUs(id: string, told: MoveCall, said: TextValues): Promise<void> {
    await this.client.move(id, told);
    this.say(id, 'calls.move.done', said);
  }

  async forCustomer(id: string, told: CustomerAsks, said: TextValues): Promise<void> {
    // Instead of one that is late already another one is due then.
    const asked = await this.client.ask(id, told);
    this.say(asked.id, 'calls.move.done-asked', said);
  }

  private say(id: string, text: string, values: TextValues): void {
    this.toasts.show({ text, values, undo: () => this.faults.heed(this.takeBack(id, values)) });
  }

  private async takeBack(id: string, values: TextValues): Promise<void> {
    await this.client.undoMove(id);
    this.toasts.show({ text: 'calls.move.undone', values });
    this.takenBack.next(id);
  }
}
