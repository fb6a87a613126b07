import { computed, inject, resource, Service, signal } from '@angular/core';
import type { ReasonEntry, Structure } from '@forecall/contracts';
import { injectUnitName } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { StaffClient } from '../../organisation/staff-client.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import type { Option } from '../../ui/choice/segment.js';
import type { Suggestion } from '../../ui/choice/type-ahead.js';
import { ListsClient } from '../lists-client.js';
import type { FilterKind, ListFilter } from './list-filter.js';

const mostSuggested = 12;

/** The names behind the ids of filters: of units and reasons from what all know, of people and accounts one by one. */
@Service()
export class FilterNames {
  private readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  private readonly unitName = injectUnitName();
  private readonly staff = inject(StaffClient);
  private readonly client = inject(ListsClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly isNeeded = signal(false);
  private readonly structure = resource({
    params: () => this.isNeeded() || undefined,
    loader: () => this.organisation.structure({ closed: 'yes' }),
  });
  private readonly tree = resource({ params: () => this.isNeeded() || undefined, loader: () => this.client.reasons() });
  private readonly found = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();

  private readonly departments = computed((): Structure['departments'] =>
    this.structure.hasValue() ? this.structure.value().departments : [],
  );
  private readonly reasons = computed((): readonly ReasonEntry[] =>
    this.tree.hasValue() ? this.tree.value().reasons : [],
  );

  /** Loads what the names of units and reasons come from. */
  need(): void {
    this.isNeeded.set(true);
  }

  /** The word on a chip; empty while a name is on its way. */
  wordOf(filter: ListFilter, value: string | undefined, dayText: (day: string) => string): string {
    if (value === undefined) return this.t('lists.any');
    if (filter.kind === 'choice') return filter.words === undefined ? value : this.t(filter.words(value));
    if (filter.kind === 'day') return dayText(value);
    if (value === 'me' || value === 'nobody') return this.t(`lists.${value}`);
    return this.options(filter).find((one) => one.value === value)?.label ?? this.nameOf(filter.kind, value);
  }

  /** What a list of choices offers; none where one types. Closed units stand at the end of what they were part of. */
  options({ kind, values = [], words }: ListFilter): Option[] {
    if (kind === 'choice') return values.map((value) => ({ value, label: words ? this.t(words(value)) : value }));
    const departments = this.departments();
    const units = kind === 'department' ? departments : kind === 'team' ? departments.flatMap((one) => one.teams) : [];
    return units.map((unit) => ({ value: unit.id, label: this.unitName(unit) }));
  }

  async suggest(kind: FilterKind, typed: string): Promise<Suggestion[]> {
    if (kind === 'reason') return this.matchingReasons(typed, this.reasons());
    if (kind === 'widest-reason') return this.matchingReasons(typed, this.widestReasons());
    if (kind === 'account') return typed === '' ? [] : this.accounts(typed);
    const { staff } = await this.staff.page({ search: typed, limit: 8 });
    return staff.map(({ id, name, externalId }) => ({ id, icon: 'person', label: name, aside: externalId ?? '' }));
  }

  /** Keeps the name of what was picked, so that its chip need not ask. */
  keep(id: string, name: string): void {
    this.asked.add(id);
    this.found.update((names) => new Map(names).set(id, name));
  }

  private nameOf(kind: FilterKind, id: string): string {
    if (kind === 'reason' || kind === 'widest-reason')
      return this.reasonName(this.reasons().find((one) => one.id === id));
    // A unit's name is on its way with all of them, or there is no such unit.
    if (kind === 'team' || kind === 'department') return '';
    if (!this.asked.has(id)) {
      this.asked.add(id);
      void this.ask(kind, id).catch(() => this.asked.delete(id));
    }
    return this.found().get(id) ?? '';
  }

  private async ask(kind: FilterKind, id: string): Promise<void> {
    const name = kind === 'account' ? await this.client.accountName(id) : (await this.staff.file(id)).name;
    this.found.update((names) => new Map(names).set(id, name));
  }

  private async accounts(typed: string): Promise<Suggestion[]> {
    const { accounts } = await this.client.findCustomers(typed);
    return accounts.map(({ id, name, nameZh, number }) => ({
      id,
      icon: 'account',
      label: (this.locale() === 'zh' && nameZh) || name,
      aside: number,
    }));
  }

  private widestReasons(): ReasonEntry[] {
    return this.reasons().filter(({ parentId }) => parentId === null);
  }

  private matchingReasons(typed: string, reasons: readonly ReasonEntry[]): Suggestion[] {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    return reasons
      .filter(({ nameEn, nameZh }) => words.every((word) => `${nameEn} ${nameZh}`.toLowerCase().includes(word)))
      .slice(0, mostSuggested)
      .map((reason) => ({
        id: reason.id,
        icon: 'reason',
        label: this.reasonName(reason),
        aside: this.reasonName(this.reasons().find(({ id }) => id === reason.parentId)),
      }));
  }

  private reasonName(reason: ReasonEntry | undefined): string {
    return reason === undefined ? '' : this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }
}
