import {
  Component,
  computed,
  effect,
  inject,
  input,
  type OnInit,
  output,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import type { Acted, IndicatorEntry, SetIndicator } from '@forecall/contracts';
import {
  addDays,
  type CardKind,
  definitionOf,
  type DialName,
  dialNames,
  goalFault,
  metricFault,
  type MetricId,
  metricIds,
  mostWeight,
  proposedGoal,
} from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Undoable } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { fromTyped, toTyped, typedRange, unitKey } from './indicator-units.js';
import { IndicatorsClient } from './indicators-client.js';

interface Entry {
  metric: MetricId;
  /** Empty: every card of the kind; else "department id" or "team id". */
  audience: string;
  target: number | null;
  floor: number | null;
  weight: number | null;
  dial: DialName;
  from: string | null;
}

/** What is wanted of a figure, from a day on. What held until then ends the day before, and stays as it was. */
@Component({
  selector: 'fc-indicator-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  templateUrl: './indicator-form.html',
  styles: `
    .stack {
      justify-items: start;
    }
  `,
})
export class IndicatorForm implements OnInit {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly nameOf = injectNameOf();
  private readonly locale = inject(Locale).name;
  private readonly client = inject(IndicatorsClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  readonly card = input.required<CardKind>();
  /** The one that is changed; without it a new one is set. */
  readonly indicator = input<IndicatorEntry>();
  readonly changed = input.required<() => void>();
  readonly closed = output();
  /** Another one, by its id, is to be changed instead. */
  readonly other = output<string>();

  protected readonly dials = dialNames;
  protected readonly failure = signal<unknown>(null);
  /** The one that is there already. */
  protected readonly inForce = computed(() => {
    const { code, values } = problemOf(this.failure());
    return code === 'indicator-in-force' && values ? String(values['id']) : null;
  });
  private readonly entry = signal<Entry>({
    ...{
      metric: 'csat',
      audience: '',
      target: null,
      floor: null,
      weight: 1,
      dial: 'targets',
      from: this.format.today(),
    },
  });
  protected readonly form = form(this.entry, (path) => {
    required(path.target);
    required(path.floor);
    required(path.weight);
    required(path.from);
    validate(path.weight, ({ value }) => {
      const weight = value() ?? 0;
      return weight > 0 && weight <= mostWeight ? undefined : { kind: 'weight-range', most: mostWeight };
    });
    validate(path.target, () => (this.isOutside('target') ? { kind: 'goal-outside' } : undefined));
    validate(path.floor, () => {
      if (this.isOutside('floor')) return { kind: 'goal-outside' };
      const side = this.fault();
      if (side?.kind !== 'floor-side') return undefined;
      return { kind: side.isHigherBetter ? 'floor-above-target' : 'floor-below-target' };
    });
  });

  private readonly metric = computed(() => this.entry().metric);
  private readonly goal = computed(() => {
    const { metric, target, floor } = this.entry();
    return target === null || floor === null
      ? null
      : { target: fromTyped(metric, target), floor: fromTyped(metric, floor) };
  });
  /** The same rules as the server's. */
  private readonly fault = computed(() => {
    const goal = this.goal();
    return goal && goalFault(this.metric(), this.card(), goal);
  });

  protected readonly metrics = computed(() => {
    const locale = this.locale();
    return metricIds
      .filter((metric) => metricFault(metric, this.card()) === null)
      .map((value) => ({ value, label: this.figures.name()(value) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  });
  private readonly structure = resource({ loader: () => this.organisation.structure() });
  protected readonly units = computed(() => {
    const departments = this.structure.hasValue() ? this.structure.value().departments : [];
    return departments.flatMap((department) => [
      { value: `department ${department.id}`, label: this.nameOf(department) },
      ...(this.card() === 'department'
        ? []
        : department.teams.map((team) => ({
            value: `team ${team.id}`,
            label: `${this.nameOf(department)} · ${this.nameOf(team)}`,
          }))),
    ]);
  });
  protected readonly heading = computed(() => {
    const one = this.indicator();
    return one ? this.figures.name()(one.metric) : this.t('indicators.new');
  });
  protected readonly meaning = computed(() => this.t(`figures.meaning.${this.metric()}`));
  protected readonly unit = computed(() => {
    const { low, high } = typedRange(this.metric());
    return this.t(`indicators.unit.${unitKey(this.metric())}`, { low, high });
  });
  protected readonly side = computed(() =>
    this.t(
      definitionOf(this.metric()).direction === 'higher is better' ? 'indicators.floor-low' : 'indicators.floor-high',
    ),
  );
  /** Until when the one that is changed holds, where it ends: "until 31 Dec". */
  protected readonly isFuture = computed(() => this.indicator()?.state === 'future');

  protected readonly send = sendsForm(this.form, this.failure, async ({ metric, audience, weight, dial, from }) => {
    const goal = this.goal();
    if (!goal || weight === null || from === null) return;
    const [unit, id] = audience.split(' ');
    const acting = this.client.set({
      ...{ metric, card: this.card(), ...goal, weight, from, inForce: this.seenOn(from) },
      departmentId: unit === 'department' ? (id ?? null) : null,
      teamId: unit === 'team' ? (id ?? null) : null,
      dial: this.card() === 'supervisor' ? dial : null,
    });
    await this.does(acting, 'indicators.done.set', { day: this.format.day(from) });
  });

  constructor() {
    // What was proposed or typed for another figure is of another unit.
    effect(() => {
      const goal = proposedGoal(this.metric());
      if (!goal || this.indicator()) return;
      const [target, floor] = [goal.target, goal.floor].map((value) => toTyped(this.metric(), value));
      untracked(() => this.entry.update((entry) => ({ ...entry, target: target ?? null, floor: floor ?? null })));
    });
  }

  ngOnInit(): void {
    const one = this.indicator();
    if (!one) return;
    const { metric, department, team, weight, dial, from } = one;
    const today = this.format.today();
    this.entry.set({
      ...{ metric, weight, dial: dial ?? 'targets', from: from > today ? from : today },
      audience: team ? `team ${team.id}` : department ? `department ${department.id}` : '',
      target: toTyped(metric, one.target),
      floor: toTyped(metric, one.floor),
    });
  }

  protected async end(): Promise<void> {
    const one = this.indicator();
    const { from } = this.entry();
    if (!one || from === null) return;
    this.failure.set(null);
    try {
      const acting = this.client.end(one.id, { from, revision: one.revision });
      const text = one.from >= from ? 'indicators.done.withdrawn' : 'indicators.done.ended';
      await this.does(acting, text, { day: this.format.day(addDays(from, -1)) });
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** The one that holds on the day, if it is this one: the server refuses where it is another by now. */
  private seenOn(day: string): SetIndicator['inForce'] {
    const one = this.indicator();
    return one && one.from <= day && (one.to === null || one.to > day) ? { id: one.id, revision: one.revision } : null;
  }

  private isOutside(path: 'target' | 'floor'): boolean {
    const typed = this.entry()[path];
    const { low, high } = typedRange(this.entry().metric);
    return typed !== null && !(typed >= low && typed <= high);
  }

  private async does(acting: Promise<Acted>, text: string, values: { day: string }): Promise<void> {
    const name = this.figures.name()(this.metric());
    await this.undoable.does(acting, text, { ...values, name }, this.changed(), (act) => this.client.undo(act));
    this.closed.emit();
  }
}
