import { Component, computed, inject, input, numberAttribute, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AuditEntry, AuditQuery } from '@forecall/contracts';
import { startOfDay } from '@forecall/domain';
import { shiftDay } from '../platform/format/day-text.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Filter } from '../ui/choice/filter.js';
import { Empty } from '../ui/feedback/empty.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Icon } from '../ui/icon/icon.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { AuditClient } from './audit-client.js';
import { injectAuditWords } from './audit-words.js';
import { EntryPanel } from './entry-panel.js';

const things = ['organisation', 'department', 'team', 'staff', 'reason', 'sign_in', 'api_token', 'wallboard'] as const;
const thingOf = (given: string | undefined) => things.find((thing) => thing === given) ?? '';

/** Who changed what, when, and from what to what. Nothing here is ever changed or deleted. */
@Component({
  selector: 'fc-audit-page',
  imports: [Cell, DayInput, Empty, EntryPanel, Field, Filter, FormField, Icon, ListWithPanel, RouterLink, Table],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  protected readonly t = injectTexts();
  protected readonly words = injectAuditWords();
  private readonly format = inject(Formats);
  private readonly client = inject(AuditClient);
  private readonly router = inject(Router);
  /** The address holds what is shown: the act that is open, and the filters. */
  readonly entry = input(undefined, { transform: numberAttribute });
  readonly entity = input('', { transform: thingOf });
  readonly thing = input<string>();
  readonly by = input<string>();

  private readonly days = signal<{ from: string | null; to: string | null }>({ from: null, to: null });
  protected readonly form = form(this.days);

  private readonly query = computed((): Partial<AuditQuery> => {
    const [entity, thing, by] = [this.entity(), this.thing(), this.by()];
    const { from, to } = this.days();
    return {
      ...(entity && { entity, ...(thing === undefined ? {} : { entityId: thing }) }),
      ...(by !== undefined && { by }),
      ...(from !== null && { from: this.instant(from) }),
      ...(to !== null && { to: this.instant(shiftDay(to, 1)) }),
    };
  });
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ entries, next }) => ({ rows: entries, next })),
  );
  protected readonly open = computed(() => this.pages.rows().find(({ n }) => n === this.entry()));
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).length > 0);

  protected readonly columns = computed((): Column<AuditEntry>[] => [
    { id: 'act', label: this.t('audit.what') },
    { id: 'thing', label: this.t('audit.thing-name'), text: ({ entityName }) => entityName },
    { id: 'who', label: this.t('audit.who'), text: ({ byName }) => byName, isWideOnly: true },
    { id: 'when', label: this.t('audit.when'), text: ({ at }) => this.format.dayTime(at) },
  ]);
  protected readonly idOf = ({ n }: AuditEntry): string => String(n);
  protected readonly thingOptions = computed(() => [
    { value: '' as const, label: this.t('audit.everything') },
    ...things.map((value) => ({ value, label: this.words.thing(value) })),
  ]);
  /** Names of the filters that stand in the address by an id. */
  protected readonly chosen = computed(() => {
    const [first] = this.pages.rows();
    const chips: { name: string; value: string; drop: object }[] = [];
    if (this.thing() !== undefined)
      chips.push({ name: this.t('audit.thing-name'), value: first?.entityName ?? '', drop: { thing: null } });
    if (this.by() !== undefined)
      chips.push({ name: this.t('audit.who'), value: first?.byName ?? '', drop: { by: null } });
    return chips;
  });

  protected narrow(change: object): void {
    void this.router.navigate([], { queryParams: { entry: null, ...change }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.days.set({ from: null, to: null });
    this.narrow({ entity: null, thing: null, by: null });
  }

  private instant(day: string): string {
    return startOfDay(day, this.format.zone()).toISOString();
  }
}
