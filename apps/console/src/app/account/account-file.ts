import { computed, inject, Injectable, linkedSignal, resource, signal } from '@angular/core';
import type { AccountCadence, CareActed, PersonAtAccount, TrainingEntry } from '@forecall/contracts';
import { ServerClock } from '../platform/live/server-clock.js';
import { Faults } from '../platform/notice/faults.js';
import { Session } from '../platform/session/session.js';
import { kept } from '../ui/feedback/kept.js';
import { AccountClient } from './account-client.js';
import { CadenceClient } from './cadence/cadence-client.js';

/** What is filled in or looked at beside the page; null: nothing. */
export type Task =
  | { readonly of: 'class' | 'care' | 'terms' | 'new-person' }
  | { readonly of: 'end-care'; readonly careId: string; readonly name: string }
  | { readonly of: 'person'; readonly personId: string }
  | { readonly of: 'cadence'; readonly cadence: AccountCadence }
  | { readonly of: 'training'; readonly training: TrainingEntry | null }
  | { readonly of: 'void-training'; readonly training: TrainingEntry }
  | null;

/** The account that the page is of, for all its parts: provided by the page. */
@Injectable()
export class AccountFile {
  private readonly client = inject(AccountClient);
  private readonly cadences = inject(CadenceClient);
  private readonly session = inject(Session);
  private readonly clock = inject(ServerClock);
  private readonly faults = inject(Faults);
  /** Set by the page, from the address. */
  readonly id = signal('');
  readonly page = kept(
    resource({
      params: () => this.id() || undefined,
      loader: ({ params }) => this.client.page(params),
    }),
  );
  /** The one before stays out of sight while another comes. */
  readonly shown = computed(() => {
    const page = this.page.value();
    return page?.account.id === this.id() ? page : undefined;
  });
  readonly account = computed(() => this.shown()?.account);
  readonly inside = computed(() => this.shown()?.inside ?? null);
  readonly mayDirect = computed(() => this.isOpen() && (this.shown()?.mayDirect ?? false));
  /** May write down what is known of people. */
  readonly mayKnow = computed(() => this.isOpen() && this.session.hasRole('rep', 'supervisor', 'head'));
  readonly task = linkedSignal({ source: this.id, computation: (): Task => null });
  /** Counts what was changed here: what else shows the account reads anew. */
  readonly version = signal(0);

  /** How often they are called, and when next; of key accounts. */
  readonly cadence = kept(
    resource({
      params: () => (this.account()?.careClass ? { id: this.id(), version: this.version() } : undefined),
      loader: ({ params: { id } }) => this.cadences.read(id),
    }),
  );

  /** The class in force, with its beginning and reason where those are in sight. */
  readonly classNow = computed(() => {
    const now = this.clock.now();
    return this.inside()?.classes.find(({ from, to }) => new Date(from) <= now && (to === null || new Date(to) > now));
  });
  /** Those at work for it, now or from a later day on; who has it in care first. */
  readonly careHeld = computed(() => {
    const now = this.clock.now();
    return (this.inside()?.care ?? [])
      .filter(({ to }) => to === null || new Date(to) > now)
      .toSorted((a, b) => Number(b.part === 'rep') - Number(a.part === 'rep'));
  });

  person(id: string): PersonAtAccount | undefined {
    return this.account()?.people.find((one) => one.id === id);
  }

  readonly close = (): void => this.task.set(null);

  readonly changed = (): void => {
    this.page.reload();
    this.version.update((count) => count + 1);
  };

  /** For the toast of what was just done to the class or to care; nothing where it cannot be taken back. */
  takeBack(of: 'class' | 'care', { undo }: CareActed): { undo?: () => unknown } {
    if (undo === null) return {};
    const id = this.id();
    return { undo: () => this.faults.heed(this.client.undo(id, of, undo)).then(this.changed) };
  }

  private isOpen(): boolean {
    return this.account()?.mergedInto === null;
  }
}
