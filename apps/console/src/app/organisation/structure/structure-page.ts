import { afterRenderEffect, Component, computed, ElementRef, inject, input, resource, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { DepartmentEntry, TeamEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { OrganisationClient } from '../organisation-client.js';
import { OrganisationTabs } from '../organisation-tabs.js';
import { StructureTable } from './structure-table.js';
import { UnitForm } from './unit-form.js';
import { UnitPanel } from './unit-panel.js';

/** Departments with their teams and leaders as of now or any other day, and all that can be done to them. */
@Component({
  selector: 'fc-structure-page',
  imports: [
    DayInput,
    Empty,
    Field,
    Filter,
    FormField,
    ListWithPanel,
    OrganisationTabs,
    StructureTable,
    UnitForm,
    UnitPanel,
  ],
  templateUrl: './structure-page.html',
  styleUrl: './structure-page.css',
})
export class StructurePage {
  protected readonly t = injectTexts();
  private readonly client = inject(OrganisationClient);
  private readonly router = inject(Router);
  private readonly format = inject(Formats);
  /** The department or team that is open beside the list; from the address. */
  readonly unit = input<string>();

  protected readonly shown = signal<'open' | 'all'>('open');
  private readonly asked = signal<{ on: string | null }>({ on: this.format.today() });
  protected readonly form = form(this.asked);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly made = signal<string | null>(null);
  protected readonly isNew = signal(false);

  /** Today is asked for as now: with what was dated to an hour of today. */
  private readonly on = computed(
    () => {
      const { on } = this.asked();
      return on === null || on === this.format.today() ? {} : { on };
    },
    { equal: (a, b) => a.on === b.on },
  );
  protected readonly structure = kept(
    resource({
      params: () => ({ ...this.on(), closed: this.shown() === 'all' ? ('yes' as const) : ('no' as const) }),
      loader: ({ params }) => this.client.structure(params),
    }),
  );
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly asOf = computed(() => this.structure.value()?.asOf ?? '');
  protected readonly withoutTeamCount = computed(() => this.structure.value()?.withoutTeamCount ?? 0);
  protected readonly open = computed((): DepartmentEntry | TeamEntry | undefined =>
    this.departments()
      .flatMap((department) => [department, ...department.teams])
      .find(({ id }) => id === this.unit()),
  );
  protected readonly filters = computed(() => [
    { value: 'open' as const, label: this.t('organisation.structure.open') },
    { value: 'all' as const, label: this.t('organisation.structure.with-closed') },
  ]);

  constructor() {
    afterRenderEffect(() => {
      if (this.made() === null || this.open()?.id !== this.made()) return;
      const link = this.host.querySelector<HTMLElement>('fc-structure-table a[aria-current="true"]');
      link?.scrollIntoView({ block: 'center' });
      link?.focus({ preventScroll: true });
      this.made.set(null);
    });
    useKeys('page.organisation', [
      { press: 'n', name: 'organisation.structure.new-department', act: () => this.begin() },
    ]);
  }

  protected begin(): void {
    void this.show(null);
    this.isNew.set(true);
  }

  protected show(unit: string | null): Promise<boolean> {
    this.isNew.set(false);
    return this.router.navigate([], { queryParams: { unit }, queryParamsHandling: 'merge' });
  }

  /** A new one stands at the end of the list, which may be out of sight. */
  protected async showMade(unit: string): Promise<void> {
    await this.show(unit);
    this.made.set(unit);
  }

  protected readonly changed = (): void => {
    this.structure.reload();
  };
}
