import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { StaffEntry, StaffQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { SearchBox } from '../../ui/field/search-box.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Cell, Table, type Column } from '../../ui/table/table.js';
import type { Sort } from '../../ui/table/table-order.js';
import { OrganisationClient } from '../organisation-client.js';
import { OrganisationTabs } from '../organisation-tabs.js';
import { StaffClient } from '../staff-client.js';
import { HireForm } from './hire-form.js';
import { StaffPanel } from './staff-panel.js';
import { unitNames } from './unit-names.js';

const states = ['present', 'without-team', 'left', 'all'] as const;
const stateOf = (given: string | undefined) => states.find((state) => state === given) ?? 'present';
/** What the address does not hold comes as undefined. */
const orEmpty = (given: string | undefined) => given ?? '';

/** Everybody who works here, found by name, pinyin or number, and one person's teams over time beside them. */
@Component({
  selector: 'fc-staff-page',
  imports: [
    Cell,
    Empty,
    Filter,
    HireForm,
    KeyCaps,
    Load,
    OrganisationTabs,
    Ready,
    RouterLink,
    SearchBox,
    Shape,
    Skeleton,
    StaffPanel,
    Table,
  ],
  templateUrl: './staff-page.html',
})
export class StaffPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(StaffClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly router = inject(Router);
  /** The address holds what is shown: the person, the search and the filters. */
  readonly person = input<string>();
  readonly search = input('', { transform: orEmpty });
  readonly department = input('', { transform: orEmpty });
  readonly state = input('present', { transform: stateOf });

  protected readonly isNew = signal(false);
  protected readonly sort = signal<Sort | null>({ column: 'name', direction: 'ascending' });
  private readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly openDepartments = computed(() =>
    this.departments()
      .filter(({ to }) => to === null)
      .map((one) => ({ ...one, teams: one.teams.filter(({ to }) => to === null) })),
  );
  protected readonly names = unitNames(this.departments);

  private readonly query = computed((): Partial<StaffQuery> => {
    const { column, direction } = this.sort() ?? { column: 'name', direction: 'ascending' };
    const sort = `${direction === 'descending' ? '-' : ''}${column}` as StaffQuery['sort'];
    const department = this.department() ? { department: this.department() } : {};
    return { search: this.search(), state: this.state(), sort, ...department };
  });
  protected readonly first = kept(resource({ params: this.query, loader: ({ params }) => this.client.page(params) }));
  /** The pages after the first, as long as the question is the same. */
  private readonly later = signal<{ staff: readonly StaffEntry[]; next: string | null }>({ staff: [], next: null });
  protected readonly rows = computed(() => [...(this.first.value()?.staff ?? []), ...this.later().staff]);
  protected readonly total = computed(() => this.first.value()?.total ?? 0);
  protected readonly hasMore = computed(() => this.rows().length < this.total());

  protected readonly columns = computed((): Column<StaffEntry>[] => [
    // The server sorts: to the table all rows are equal.
    { id: 'name', label: this.t('organisation.staff.name'), sortBy: () => null },
    { id: 'team', label: this.t('organisation.staff.team') },
    { id: 'leads', label: this.t('organisation.staff.leads'), text: (one) => this.leadsOf(one), isWideOnly: true },
    { id: 'next', label: this.t('organisation.structure.changes'), text: (one) => this.nextOf(one), isWideOnly: true },
    {
      id: 'number',
      label: this.t('organisation.staff.number'),
      text: (one) => one.externalId ?? '',
      sortBy: () => null,
      firstDirection: 'ascending',
      isWideOnly: true,
    },
  ]);
  protected readonly idOf = (one: StaffEntry): string => one.id;
  protected readonly stateOptions = computed(() =>
    states.map((value) => ({ value, label: this.t(`organisation.staff.state.${value}`) })),
  );
  protected readonly departmentOptions = computed(() => [
    { value: '', label: this.t('organisation.staff.any-department') },
    ...this.departments()
      .filter(({ to }) => to === null)
      .map((one) => ({ value: one.id, label: this.names.of(one.id, one.name) })),
  ]);

  constructor() {
    effect(() => {
      const next = this.first.value()?.next ?? null;
      untracked(() => this.later.set({ staff: [], next }));
    });
    useKeys('page.organisation', [{ press: 'n', name: 'organisation.staff.new', act: () => this.begin() }]);
  }

  protected async more(): Promise<void> {
    const { staff, next } = this.later();
    if (next === null) return;
    const page = await this.client.page({ ...this.query(), after: next });
    this.later.set({ staff: [...staff, ...page.staff], next: page.next });
  }

  protected narrow(change: { search?: string; department?: string; state?: string }): void {
    const given = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || null]));
    void this.router.navigate([], { queryParams: given, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected begin(): void {
    void this.show(null);
    this.isNew.set(true);
  }

  protected show(person: string | null): Promise<boolean> {
    this.isNew.set(false);
    return this.router.navigate([], { queryParams: { person }, queryParamsHandling: 'merge' });
  }

  protected readonly changed = (): void => {
    this.first.reload();
    this.structure.reload();
  };

  private leadsOf({ leads }: StaffEntry): string {
    const words = leads.map(({ role, unitId, unitName }) =>
      this.t('organisation.staff.leads-as', {
        role: this.t(`organisation.leading.${role}`),
        unit: this.names.of(unitId, unitName),
      }),
    );
    return words.join(this.t('ui.list-comma'));
  }

  private nextOf({ nextTeam, leftOn }: StaffEntry): string {
    if (leftOn !== null) return this.t('organisation.staff.last-day-on', { day: this.format.day(leftOn) });
    const from = nextTeam?.from ?? null;
    if (!nextTeam || from === null) return '';
    const team = this.names.of(nextTeam.teamId, nextTeam.teamName);
    return this.t('organisation.staff.next', { team, day: this.format.date(from) });
  }
}
