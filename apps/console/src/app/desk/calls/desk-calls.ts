import { effect, inject, Service, signal, untracked } from '@angular/core';
import type { DeskCall, DeskCalls as Calls } from '@forecall/contracts';
import { Live } from '../../platform/live/live.js';
import { DeskClient } from '../desk-client.js';

/** The calls of this desk: what rings, and what was answered and is not logged yet. Told by the server as they change. */
@Service()
export class DeskCalls {
  private readonly client = inject(DeskClient);
  private readonly live = inject(Live);
  private readonly known = signal<readonly DeskCall[]>([]);
  readonly all = this.known.asReadonly();

  constructor() {
    this.live.on<Calls>('calls').subscribe(({ calls }) => this.known.set(calls));
    effect(() => {
      this.live.returns();
      untracked(() => void this.load());
    });
  }

  async dismiss(id: string): Promise<void> {
    await this.client.dismissCall(id);
    this.known.update((calls) => calls.filter((call) => call.id !== id));
  }

  /** Without an answer nothing is known anew; the next return of the line asks again. */
  async load(): Promise<void> {
    await this.client.calls().then(
      ({ calls }) => this.known.set(calls),
      () => undefined,
    );
  }
}
