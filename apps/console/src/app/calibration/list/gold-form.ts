import { Component, computed, effect, inject, input, output, resource, signal, untracked } from '@angular/core';
import { disabled, form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { GoldSessionDetail } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { ExamPapersClient, injectSaid } from '../../exam-papers/index.js';
import { injectUnitName, type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Icon } from '../../ui/icon/icon.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { CalibrationClient } from '../calibration-client.js';

interface Entry {
  name: string;
  departmentId: string;
  rubricId: string;
  link: string;
  played: string;
  dueOn: string | null;
  referenceId: PickedStaff | null;
}

const days = 14;

/** A new gold session, or one that nobody has signed is changed. */
@Component({
  selector: 'fc-gold-form',
  imports: [DayInput, Field, FormField, Icon, Input, Panel, PanelForm, RouterLink, StaffPicker],
  templateUrl: './gold-form.html',
})
export class GoldForm {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(CalibrationClient);
  private readonly papers = inject(ExamPapersClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly key = crypto.randomUUID();
  readonly before = input.required<GoldSessionDetail | null>();
  readonly closed = output();
  readonly kept = output<GoldSessionDetail>();

  private readonly structure = kept(resource({ loader: () => this.organisation.structure() }));
  private readonly published = kept(resource({ loader: () => this.papers.published('rubric') }));
  protected readonly rubrics = computed(() => this.published.value() ?? []);
  protected readonly hasNoRubric = computed(() => this.published.value()?.length === 0);
  protected readonly departments = computed(() => {
    const grants = this.session.me()?.grants ?? [];
    const led = new Set(grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId));
    const seesAll = this.session.hasRole('executive');
    return (this.structure.value()?.departments ?? []).filter(({ id }) => seesAll || led.has(id));
  });

  protected readonly assessors = signal<readonly Pick<PickedStaff, 'id' | 'name'>[]>([]);
  /** Fewer than two were named when it was sent. */
  protected readonly isShort = signal(false);
  protected readonly isDirty = computed(() => this.form().dirty() || this.wasNamed());
  private readonly wasNamed = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly entry = signal<Entry>({
    ...{ name: '', departmentId: '', rubricId: '', link: '', played: '', referenceId: null },
    dueOn: addDays(inject(Formats).today(), days),
  });
  protected readonly form = form(this.entry, (path) => {
    for (const name of ['name', 'departmentId', 'rubricId', 'dueOn'] as const) required(path[name]);
    maxLength(path.name, 120);
    maxLength(path.link, 2_000);
    maxLength(path.played, 2_000);
    validate(path.link, ({ value }) =>
      value() === '' || /^https?:\/\/\S+$/.test(value())
        ? undefined
        : { kind: 'link', message: this.t('calibration.bad-link') },
    );
    validate(path.played, ({ value, valueOf }) =>
      value().trim() === '' && valueOf(path.link) === '' ? { kind: 'nothing-to-mark' } : undefined,
    );
    disabled(path.departmentId, { when: () => this.before() !== null });
  });

  private readonly sendEntry = sendsForm(this.form, this.failure, async (entry) => {
    const { departmentId, referenceId, dueOn, ...rest } = entry;
    const told = {
      ...{ ...rest, dueOn: dueOn ?? '', referenceId: referenceId?.id ?? null },
      assessorIds: this.assessors().map(({ id }) => id),
    };
    const before = this.before();
    const after = before
      ? await this.client.change(before.id, { ...told, revision: before.revision })
      : await this.client.make({ ...told, departmentId }, this.key);
    this.toasts.show({
      text: before ? 'calibration.was.changed' : 'calibration.was.made',
      values: { name: after.name },
    });
    this.kept.emit(after);
  });

  constructor() {
    effect(() => {
      const before = this.before();
      const [department, rubric] = [this.departments()[0], this.rubrics()[0]];
      untracked(() => {
        if (before) this.take(before);
        else
          this.entry.update((entry) => ({
            ...entry,
            departmentId: entry.departmentId || (department?.id ?? ''),
            rubricId: entry.rubricId || (rubric?.id ?? ''),
          }));
      });
    });
  }

  protected async send(): Promise<void> {
    this.isShort.set(this.assessors().length < 2);
    if (!this.isShort()) await this.sendEntry();
  }

  protected name(picked: PickedStaff | null): void {
    if (!picked || this.assessors().some(({ id }) => id === picked.id)) return;
    this.assessors.update((before) => [...before, picked]);
    this.noteNames();
  }

  protected unname(id: string): void {
    this.assessors.update((before) => before.filter((one) => one.id !== id));
    this.noteNames();
  }

  private noteNames(): void {
    this.wasNamed.set(true);
    if (this.assessors().length >= 2) this.isShort.set(false);
  }

  private take({ name, department, rubric, link, played, dueOn, assessors }: GoldSessionDetail): void {
    if (this.form().dirty()) return;
    const reference = assessors.find(({ isReference }) => isReference);
    this.entry.set({
      ...{ name, departmentId: department.id, rubricId: rubric.paperId, link, played, dueOn },
      referenceId: reference ? { id: reference.id, name: reference.name, email: null } : null,
    });
    this.assessors.set(assessors.filter(({ isReference }) => !isReference));
  }
}
