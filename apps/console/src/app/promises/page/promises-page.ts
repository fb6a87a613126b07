import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PromiseEntry } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { KeptFigures } from '../../figures/index.js';
import {
  type AddressFilters,
  FilterBar,
  injectAddressFilters,
  ListFrame,
  type ListWords,
  ViewsMenu,
} from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Live } from '../../platform/live/live.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Session } from '../../platform/session/session.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { listPages } from '../../ui/table/list-pages.js';
import { type LongColumn, LongTable } from '../../ui/table/long-table.js';
import { Cell } from '../../ui/table/table.js';
import { PromisePanel } from '../panel/promise-panel.js';
import { PromisesClient } from '../promises-client.js';
import { type PromiseStanding, standingOf, stateOfStanding } from '../standing.js';
import { askedOf, promiseFilters, scopeOf, whoseUnasked, withWhose } from './promise-filters.js';

const besidePanel = new Set(['what', 'account', 'due', 'standing']);
const tickMilliseconds = 30_000;

/** What customers were promised, by when it is due; beside the list all of the one that is open. */
@Component({
  selector: 'fc-promises-page',
  imports: [Cell, FilterBar, KeptFigures, ListFrame, LongTable, PromisePanel, RouterLink, State, ViewsMenu],
  templateUrl: './promises-page.html',
  styleUrl: './promises-page.css',
})
export class PromisesPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(PromisesClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  /** The one that is open stands in the address beside the filters. */
  readonly promise = input<string>();

  private readonly unasked = whoseUnasked(this.session.hasRole('rep'));
  private readonly leads = this.session.hasRole('supervisor', 'head', 'executive');
  /** All that may stand in an address, whoever wrote it. */
  protected readonly inAddress = promiseFilters({ unasked: this.unasked, leads: true, ofAccount: true });
  protected readonly address = injectAddressFilters(this.inAddress);
  protected readonly filters = computed(() =>
    promiseFilters({
      ...{ unasked: this.unasked, leads: this.leads },
      ofAccount: this.address.values()['accountId'] !== undefined,
    }),
  );
  private readonly me = computed(() => this.session.me()?.staffId ?? '');
  private readonly query = computed(() => askedOf(this.address.query(), { unasked: this.unasked, me: this.me() }));
  /** The list says how many there are of what the server was asked. */
  protected readonly asked: AddressFilters = { ...this.address, query: this.query };
  protected readonly scope = computed(() => scopeOf(this.query(), this.me()));
  private readonly isEnded = computed(() => this.query()['state'] === 'ended');

  protected readonly words = computed((): ListWords => {
    const isNarrowed = Object.keys(this.address.values()).some((name) => name !== 'of');
    return {
      empty: isNarrowed ? 'promises.empty' : `promises.none.${this.query()['of'] ?? 'me'}`,
      failed: 'promises.failed',
      count: 'promises.count',
      moreThan: 'promises.more-than',
    };
  });
  protected readonly pages = listPages(this.query, (query) => this.client.page(query));
  protected readonly rows = this.pages.rows;
  protected readonly days = 90;
  protected readonly metrics: readonly MetricId[] = ['promise-kept-rate'];
  protected readonly version = signal(0);
  private readonly nowMs = signal(this.clock.now().getTime());

  /** Beside a panel there is room for the half of them. */
  protected readonly columns = computed(() =>
    this.promise() === undefined ? this.all() : this.all().filter(({ id }) => besidePanel.has(id)),
  );
  private readonly all = computed((): LongColumn<PromiseEntry>[] => [
    { id: 'what', label: this.t('promises.what'), width: 'minmax(0, 2fr)', card: 'top' },
    { id: 'account', label: this.t('promises.account'), width: 'minmax(0, 1.3fr)', card: 'bottom' },
    {
      id: 'due',
      label: this.t('promises.due'),
      width: '150px',
      card: 'bottom-end',
      text: ({ dueAt }) => this.format.dayTime(dueAt),
    },
    { id: 'standing', label: this.t('promises.standing.label'), width: '168px', card: 'top-end' },
    { id: 'owner', label: this.t('promises.owner'), width: 'minmax(0, .8fr)', text: ({ owner }) => owner.name },
    {
      id: 'end',
      label: this.t(this.isEnded() ? 'promises.ended' : 'promises.made'),
      width: '110px',
      text: (one) => this.format.date(this.isEnded() ? (one.keptAt ?? one.brokenAt ?? one.dueAt) : one.madeAt),
    },
  ]);
  protected readonly idOf = ({ id }: PromiseEntry): string => id;

  constructor() {
    const timer = setInterval(() => this.nowMs.set(this.clock.now().getTime()), tickMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    const [waiting, live] = [inject(Waiting), inject(Live)];
    // Each promise is a duty: what changes those changes the list.
    effect(() => {
      if (waiting.changes() + live.returns() > 0) untracked(() => this.pages.reload());
    });
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    this.address.set(withWhose(change, this.address.values()));
  }

  protected standing(one: PromiseEntry): PromiseStanding {
    return standingOf(one, this.nowMs());
  }

  protected glyphOf(one: PromiseEntry): StateName | null {
    return stateOfStanding[this.standing(one)];
  }

  protected close(): void {
    void this.router.navigate([], { queryParams: { promise: null }, queryParamsHandling: 'merge' });
  }

  protected readonly changed = (): void => {
    this.version.update((count) => count + 1);
    this.pages.reload();
  };
}
