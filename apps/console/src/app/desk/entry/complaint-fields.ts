import { Component, computed, inject, input, output, resource } from '@angular/core';
import { injectUnitName, StaffPicker } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import type { Entry } from './entry.js';
import { RepeatChoice } from './repeat-choice.js';

/** What a complaint needs beyond the contact that brought it. */
@Component({
  selector: 'fc-complaint-fields',
  imports: [Choices, Field, Input, PlainInput, RepeatChoice, StaffPicker],
  templateUrl: './complaint-fields.html',
  styleUrl: './complaint-fields.css',
})
export class ComplaintFields {
  protected readonly t = injectTexts();
  private readonly unitName = injectUnitName();
  private readonly client = inject(OrganisationClient);
  readonly entry = input.required<Entry>();
  /** The department that answers for the reason chosen; null while none is. */
  readonly defaultDepartmentId = input.required<string | null>();
  readonly remedyError = input<string>();
  readonly repError = input<string>();
  readonly edit = output<Partial<Entry>>();

  protected readonly harms = computed(() =>
    (['small', 'money', 'stopped-work'] as const).map((value, place) => ({
      value,
      label: this.t(`desk.harm.${value}`),
      press: String(place + 1),
    })),
  );
  private readonly structure = resource({ loader: () => this.client.structure() });
  protected readonly departments = computed(() =>
    (this.structure.hasValue() ? this.structure.value().departments : []).map((department) => ({
      id: department.id,
      name: this.unitName(department),
    })),
  );
  protected readonly byReason = computed(() => {
    const known = this.departments().find(({ id }) => id === this.defaultDepartmentId());
    return known
      ? this.t('desk.department-of-reason', { department: known.name })
      : this.t('desk.department-by-reason');
  });
}
