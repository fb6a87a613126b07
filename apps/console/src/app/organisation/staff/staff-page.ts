import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { StaffEntry, StaffQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { SearchBox } from '../../ui/field/search-box.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { listPages } from '../../ui/table/list-pages.js';
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
  imports: [Cell, Empty, Filter, HireForm, ListWithPanel, OrganisationTabs, RouterLink, SearchBox, StaffPanel, Table],
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
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ staff, next, total }) => ({ rows: staff, next, total })),
  );
  protected readonly total = computed(() => this.pages.first.value()?.total ?? 0);

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
    useKeys('page.organisation', [{ press: 'n', name: 'organisation.staff.new', act: () => this.begin() }]);
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
    this.pages.reload();
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
