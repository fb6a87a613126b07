import { computed, inject, Injectable, resource, signal } from '@angular/core';
import type { CallOfMyDay } from '@forecall/contracts';
import { openPromises } from '../../promises/index.js';
import { CallsClient } from '../calls-client.js';

type Preparation = CallOfMyDay['preparation'];

/** What is known of the account that is to be called: provided by the page. What cannot be read is not shown. */
@Injectable()
export class CallFile {
  private readonly client = inject(CallsClient);
  /** Set by the page. */
  readonly accountId = signal<string | undefined>(undefined);
  readonly account = resource({ params: this.accountId, loader: ({ params }) => this.client.account(params) });
  readonly history = resource({ params: this.accountId, loader: ({ params }) => this.client.history(params) });
  readonly health = resource({ params: this.accountId, loader: ({ params }) => this.client.health(params) });

  private readonly promised = openPromises(this.accountId);
  /** What the account waits for; none of the one before. */
  readonly promises = computed(() => {
    const read = this.promised.value();
    return read && read.accountId === this.accountId() ? read.promises : [];
  });

  /** Aims that are being written, by their calls. */
  readonly preparing = new Map<string, { readonly base: Preparation; readonly entry: Preparation }>();

  readonly people = computed(() => (this.account.hasValue() ? this.account.value().account.people : []));
  readonly dossier = computed(() => (this.account.hasValue() ? (this.account.value().inside?.dossier ?? []) : []));
  /** Two weeks ago; undefined where nothing was kept then. */
  readonly healthBefore = computed(() => {
    if (!this.health.hasValue()) return undefined;
    const { asOf, line } = this.health.value();
    const then = Date.parse(asOf) - 14 * 86_400_000;
    return line.findLast(({ day }) => Date.parse(day) <= then)?.health;
  });
}
