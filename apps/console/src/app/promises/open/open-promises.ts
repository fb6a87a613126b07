import { inject, resource, type Signal } from '@angular/core';
import type { PromiseEntry } from '@forecall/contracts';
import { kept, type Kept } from '../../ui/feedback/kept.js';
import { PromisesClient } from '../promises-client.js';

/** What of an account is open, as it was read, and of which it was. */
export interface OpenPromises {
  readonly accountId: string;
  readonly promises: readonly PromiseEntry[];
  /** There are more than were read. */
  readonly isMore: boolean;
}

/** In a component's field: the open promises of an account; read anew when `version` changes. */
export function openPromises(
  accountId: Signal<string | undefined>,
  version: () => number = () => 0,
): Kept<OpenPromises> {
  const client = inject(PromisesClient);
  return kept(
    resource({
      params: () => {
        const id = accountId();
        return id === undefined ? undefined : { id, version: version() };
      },
      loader: async ({ params: { id } }): Promise<OpenPromises> => {
        const { promises, next } = await client.openOf(id);
        return { accountId: id, promises, isMore: next !== null };
      },
    }),
  );
}
