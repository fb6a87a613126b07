import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { disabled, form, FormField, max, maxLength, min, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { CampaignDetail } from '@forecall/contracts';
import { ExamPapersClient, injectSaid } from '../../exam-papers/index.js';
import { injectUnitName, type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Icon } from '../../ui/icon/icon.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { CampaignsClient } from '../campaigns-client.js';
import { type CampaignForm, emptyCampaign, formOf, toldOf } from './campaign-entry.js';

const limits = {
  minutes: [10, 240],
  coolOffDays: [0, 90],
  mostAttempts: [1, 10],
  nearMark: [0, 20],
  differenceLimit: [0, 50],
  disputeDays: [1, 30],
  validMonths: [1, 60],
} as const;
const mayBeEmpty: ReadonlySet<string> = new Set(['mostAttempts', 'validMonths']);

/** A campaign is planned, or what may still change of it is changed. */
@Component({
  selector: 'fc-plan-page',
  imports: [CardForm, DayInput, Field, FormField, Icon, Input, Load, Ready, RouterLink, Shape, Skeleton, StaffPicker],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(CampaignsClient);
  private readonly papers = inject(ExamPapersClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  /** The one that is changed; none: a new one. */
  readonly campaign = input<string>();

  /** All that is chosen from, and the campaign as it stands. */
  protected readonly found = kept(
    resource({
      params: () => ({ id: this.campaign() }),
      loader: async ({ params: { id } }) => {
        const [structure, rubrics, scenarios, campaign] = await Promise.all([
          this.organisation.structure(),
          this.papers.published('rubric'),
          this.papers.published('scenario'),
          id === undefined ? null : this.client.one(id),
        ]);
        return { structure, rubrics, scenarios, campaign };
      },
    }),
  );
  protected readonly before = computed(() => this.found.value()?.campaign ?? null);
  protected readonly hasBegun = computed(() => this.before()?.state === 'running');
  /** By which it goes on though nobody begins with it any more. */
  protected readonly archived = computed(() => {
    const [rubric, found] = [this.before()?.rubric, this.found.value()];
    return rubric && this.hasBegun() && found?.rubrics.every(({ id }) => id !== rubric.paperId) ? rubric : null;
  });
  protected readonly departments = computed(() => {
    const grants = this.session.me()?.grants ?? [];
    const led = new Set(grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId));
    const seesAll = this.session.hasRole('executive');
    return (this.found.value()?.structure.departments ?? []).filter(({ id }) => seesAll || led.has(id));
  });
  protected readonly teams = computed(
    () => this.departments().find(({ id }) => id === this.form.departmentId().value())?.teams ?? [],
  );

  /** Of the department, or of every one. */
  protected readonly scenarios = computed(() =>
    (this.found.value()?.scenarios ?? []).filter(
      ({ department }) => department === null || department.id === this.form.departmentId().value(),
    ),
  );
  protected readonly scenarioIds = signal<ReadonlySet<string>>(new Set());
  protected readonly teamIds = signal<ReadonlySet<string>>(new Set());
  protected readonly assessors = signal<readonly Pick<PickedStaff, 'id' | 'name'>[]>([]);
  protected readonly failure = signal<unknown>(null);
  private readonly entry = signal<CampaignForm>(emptyCampaign(inject(Formats).today()));
  protected readonly form = form(this.entry, (path) => {
    validate(path.en, ({ value, valueOf }) =>
      value().trim() === '' && valueOf(path.zh).trim() === '' ? { kind: 'required' } : undefined,
    );
    maxLength(path.en, 120);
    maxLength(path.zh, 120);
    for (const name of ['departmentId', 'rubricId', 'opensOn', 'endsOn'] as const) required(path[name]);
    validate(path.endsOn, ({ value, valueOf }) => {
      const [from, to] = [valueOf(path.opensOn), value()];
      return from !== null && to !== null && to < from ? { kind: 'ends-before-begin' } : undefined;
    });
    for (const [name, [least, most]] of Object.entries(limits) as [keyof typeof limits, readonly [number, number]][]) {
      if (!mayBeEmpty.has(name)) required(path[name]);
      min(path[name], least);
      max(path[name], most);
      disabled(path[name], { when: () => this.hasBegun() });
    }
    disabled(path.departmentId, { when: () => this.before() !== null });
    disabled(path.rubricId, { when: () => this.hasBegun() });
    disabled(path.opensOn, { when: () => this.hasBegun() });
    disabled(path.excludesOwn, { when: () => this.hasBegun() });
    disabled(path.takesOtherVariant, { when: () => this.hasBegun() });
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const told = toldOf(entry, {
      scenarioIds: [...this.scenarioIds()],
      teamIds: [...this.teamIds()],
      assessorIds: this.assessors().map(({ id }) => id),
    });
    const before = this.before();
    const after = before
      ? await this.client.change(before.id, { ...told, revision: before.revision })
      : await this.client.make({ ...told, departmentId: entry.departmentId });
    this.toasts.show({ text: before ? 'campaigns.was.changed' : 'campaigns.was.planned' });
    await this.router.navigate(['/exams', after.id]);
  });

  constructor() {
    describePage(() => ({
      title: this.t(this.campaign() === undefined ? 'page.plan-campaign' : 'campaigns.change'),
      parent: { title: this.t('page.exams'), link: '/exams' },
    }));
    effect(() => {
      const found = this.found.value();
      if (found) untracked(() => (found.campaign ? this.take(found.campaign) : this.suggest()));
    });
  }

  /** What was chosen of another department is not any more. */
  protected forDepartment(): void {
    const offered = new Set(this.scenarios().map(({ id }) => id));
    this.teamIds.set(new Set());
    this.scenarioIds.update((ids) => new Set([...ids].filter((id) => offered.has(id))));
  }

  protected leave(): void {
    const id = this.campaign();
    void this.router.navigate(id === undefined ? ['/exams'] : ['/exams', id]);
  }

  protected toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
    return set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id]);
  }

  protected name(picked: PickedStaff | null): void {
    if (picked && !this.assessors().some(({ id }) => id === picked.id))
      this.assessors.update((before) => [...before, picked]);
  }

  protected unname(id: string): void {
    this.assessors.update((before) => before.filter((one) => one.id !== id));
  }

  private take(campaign: CampaignDetail): void {
    if (this.form().dirty()) return;
    this.entry.set(formOf(campaign));
    this.scenarioIds.set(new Set(campaign.scenarios.map(({ paperId }) => paperId)));
    this.teamIds.set(new Set(campaign.teams.map(({ id }) => id)));
    this.assessors.set(campaign.assessors);
  }

  private suggest(): void {
    const [department] = this.departments();
    const [rubric] = this.found.value()?.rubrics ?? [];
    this.entry.update((entry) => ({ ...entry, departmentId: department?.id ?? '', rubricId: rubric?.id ?? '' }));
  }
}
