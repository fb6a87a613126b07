import { Component, computed, input, output } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { sourceFrom } from './defaults.js';
import { at, columnsIn, put, textOf, type Definition } from './definition.js';
import { betweensOf, type Between } from './parts.js';
import { ColumnSelect } from './rules/column-select.js';
import { MomentRule } from './rules/moment-rule.js';
import { targets } from './targets.js';

const units = ['seconds', 'minutes', 'hours', 'days'] as const;
const ends = ['from', 'to'] as const;
const anyMoment = targets.find(({ kind }) => kind === 'moment');

/** Attributes that are the time between two columns. */
@Component({
  selector: 'fc-between-fields',
  imports: [ColumnSelect, Field, MomentRule, PlainInput],
  template: `
    @for (one of betweens(); track one.name) {
      <fieldset>
        <legend>{{ t('mapping.between.of', { name: one.name }) }}</legend>
        @for (end of ends; track end) {
          <fc-column-select
            [label]="t('mapping.between.' + end)"
            [columns]="columns()"
            [value]="columnOf(one, end)"
            (changed)="take(one, end, $event)"
          />
          @if (detected(columnOf(one, end)); as column) {
            <fc-moment-rule
              [source]="sourceAt(one, end)"
              [column]="column"
              [columns]="columns()"
              (changed)="set(one, end, $event)"
            />
          }
        }
        <fc-field [label]="t('mapping.between.in')">
          <select fcPlainInput #unit (change)="set(one, 'in', unit.value)">
            @for (each of units; track each) {
              <option [value]="each" [selected]="each === unitOf(one)">{{ t('mapping.between.unit.' + each) }}</option>
            }
          </select>
        </fc-field>
        <div>
          <button type="button" class="button small" (click)="write(one.name, undefined)">
            {{ t('mapping.between.drop') }}
          </button>
        </div>
      </fieldset>
    }
    <form class="row" (submit)="$event.preventDefault(); add(called)">
      <input
        class="input"
        type="text"
        autocomplete="off"
        maxlength="80"
        #called
        [attr.aria-label]="t('mapping.between.name')"
      />
      <button type="submit" class="button small">{{ t('mapping.between.add') }}</button>
    </form>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    fieldset {
      display: grid;
      gap: 8px;
    }
    form {
      max-width: 360px;
    }
  `,
})
export class BetweenFields {
  protected readonly t = injectTexts();
  protected readonly units = units;
  protected readonly ends = ends;
  readonly definition = input.required<Definition>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly changed = output<Definition>();
  protected readonly betweens = computed(() => betweensOf(this.definition()));

  protected sourceAt({ source }: Between, end: string): unknown {
    return at(source, [end]);
  }

  protected columnOf(one: Between, end: string): string {
    return columnsIn(this.sourceAt(one, end))[0] ?? '';
  }

  protected unitOf({ source }: Between): string {
    return textOf(at(source, ['in']));
  }

  protected detected(name: string): ImportColumn | undefined {
    return this.columns().find((column) => column.name === name);
  }

  protected take(one: Between, end: string, name: string): void {
    const column = this.detected(name);
    this.set(one, end, column && anyMoment ? sourceFrom(anyMoment, column) : { column: '', format: '' });
  }

  protected set({ name, source }: Between, key: string, value: unknown): void {
    this.write(name, put(source, [key], value));
  }

  protected add(box: HTMLInputElement): void {
    const name = box.value.trim();
    if (name === '' || this.betweens().some((one) => one.name === name)) return;
    const nothing = { column: '', format: '' };
    this.write(name, { from: nothing, to: nothing, in: 'minutes' });
    box.value = '';
  }

  protected write(name: string, source: unknown): void {
    this.changed.emit(put(this.definition(), ['attributes', 'fields', name], source));
  }
}
