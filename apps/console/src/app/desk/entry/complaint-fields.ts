import { Component, computed, input, output } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import type { Entry } from './entry.js';

/** What a complaint needs beyond the contact that brought it. */
@Component({
  selector: 'fc-complaint-fields',
  imports: [Choices, Field, PlainInput],
  template: `
    <h3>
      {{ t('desk.complaint') }} <span class="small faint">{{ t('desk.complaint-note') }}</span>
    </h3>
    <div class="pair">
      <fc-field class="remedy" [label]="t('desk.remedy')" optional [error]="remedyError()">
        <input
          #remedy
          fcPlainInput
          maxlength="1000"
          [value]="entry().remedySought"
          (input)="edit.emit({ remedySought: remedy.value })"
        />
      </fc-field>
      <fc-choices
        [label]="t('desk.harm-label')"
        [options]="harms()"
        [value]="entry().harm"
        (valueChange)="edit.emit({ harm: $event })"
      />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding: 12px 14px;
      border: 1px solid var(--fc-line-strong);
      border-inline-start: 3px solid var(--fc-accent);
      border-radius: var(--fc-radius-card);
    }
    h3 span {
      font-weight: var(--fc-weight-normal);
    }
    .pair {
      display: flex;
      flex-wrap: wrap;
      gap: 14px 24px;
    }
    .remedy {
      flex: 1 1 220px;
    }
  `,
})
export class ComplaintFields {
  protected readonly t = injectTexts();
  readonly entry = input.required<Entry>();
  readonly remedyError = input<string>();
  readonly edit = output<Partial<Entry>>();
  protected readonly harms = computed(() =>
    (['small', 'money', 'stopped-work'] as const).map((value) => ({ value, label: this.t(`desk.harm.${value}`) })),
  );
}
