import { Component, computed, inject, resource } from '@angular/core';
import type { TallyVerification } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import type { StateName } from '../ui/state/glyph.js';
import { State } from '../ui/state/state.js';
import { type Column, Table } from '../ui/table/table.js';
import { ChainCard } from './chain-card.js';
import { ChecksClient } from './checks-client.js';
import { tallyStanding, type TallyStanding } from './tally-standing.js';

type Difference = TallyVerification['first'][number];

const states: Record<TallyStanding, StateName> = {
  never: 'none',
  'under-way': 'none',
  'broken-off': 'watch',
  agrees: 'usual',
  differs: 'alarm',
};

/** Do the kept counts still equal the rows they stand for? The answer of the last night. */
@Component({
  selector: 'fc-checks-page',
  imports: [ChainCard, Load, Ready, Shape, Skeleton, State, Table],
  templateUrl: './checks-page.html',
  styleUrl: './checks-page.css',
})
export class ChecksPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ChecksClient);
  private readonly clock = inject(ServerClock);

  protected readonly found = kept(resource({ loader: () => this.client.tallies() }));
  protected readonly first = computed(() => this.found.value()?.first ?? []);
  protected readonly standing = computed((): TallyStanding => {
    const found = this.found.value();
    return found ? tallyStanding(found, this.clock.now().getTime()) : 'never';
  });
  protected readonly state = computed(() => states[this.standing()]);
  protected readonly sentence = computed(() =>
    this.t(`checks.tallies.${this.standing()}`, { count: this.found.value()?.differences ?? 0 }),
  );
  protected readonly took = computed(() => {
    const { startedAt = null, finishedAt = null } = this.found.value() ?? {};
    if (startedAt === null || finishedAt === null) return null;
    return this.format.duration(Math.max(1, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000));
  });

  protected readonly columns = computed((): Column<Difference>[] => [
    { id: 'key', label: this.t('checks.bucket'), text: ({ key }) => key },
    { id: 'table', label: this.t('checks.table'), text: ({ table }) => table, isWideOnly: true },
    { id: 'atom', label: this.t('checks.atom'), text: ({ atom }) => atom },
    { id: 'kept', label: this.t('checks.kept'), text: ({ tallied }) => this.format.count(tallied), isNumber: true },
    {
      id: 'counted',
      label: this.t('checks.counted'),
      text: ({ recounted }) => this.format.count(recounted),
      isNumber: true,
    },
  ]);
  protected readonly idOf = ({ table, key, atom }: Difference): string => `${table} ${key} ${atom}`;
}
