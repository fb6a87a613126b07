import { computed, inject, Injectable, resource } from '@angular/core';
import type { TrainingEntry } from '@forecall/contracts';
import { kept } from '../../ui/feedback/kept.js';
import { AccountFile } from '../account-file.js';
import { TrainingClient } from './training-client.js';

/** The training sessions of the account that the page is of: provided by the page. */
@Injectable()
export class TrainingFile {
  private readonly client = inject(TrainingClient);
  private readonly file = inject(AccountFile);

  readonly list = kept(
    resource({
      params: () => ({ id: this.file.id(), version: this.file.version() }),
      loader: ({ params: { id } }) => this.client.list(id),
    }),
  );
  private readonly all = computed(() => this.list.value()?.trainings ?? []);
  /** The next one first: that is what one prepares. */
  readonly ahead = computed(() =>
    this.all()
      .filter(({ isAhead }) => isAhead)
      .toReversed(),
  );
  readonly held = computed(() => this.all().filter(({ isAhead }) => !isAhead));
  readonly one = (id: string): TrainingEntry | undefined => this.all().find((each) => each.id === id);
  readonly wanted = computed(() => this.list.value()?.wanted);
  readonly mayWork = computed(() => this.file.mayKnow() && (this.list.value()?.mayWork ?? false));
}
