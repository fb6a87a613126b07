import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import type { Competencies } from '@forecall/contracts';
import type { AppraisalKind, InBoth } from '@forecall/domain';
import { appraisalKinds } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { InBothField } from '../../ui/field/in-both.js';
import { Icon } from '../../ui/icon/icon.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { AppraisalsTabs } from '../appraisals-tabs.js';
import { CyclesClient } from '../cycles-client.js';
import { freeId } from './free-id.js';

type Competency = Competencies['rep'][number];
type Lists = Pick<Competencies, 'rep' | 'supervisor'>;

const most = 12;
const none: InBoth = { en: '', zh: '' };

/** What is rated beside the figures: of members, and of whoever leads them. */
@Component({
  selector: 'fc-competencies-page',
  imports: [AppraisalsTabs, Banner, Icon, InBothField, Load, Ready, Shape, Skeleton],
  templateUrl: './competencies-page.html',
  styleUrl: './competencies-page.css',
})
export class CompetenciesPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(CyclesClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  protected readonly mayWrite = inject(Session).hasRole('executive');
  protected readonly kinds = appraisalKinds;
  protected readonly most = most;

  protected readonly read = resource({ loader: () => this.client.competencies() });
  private readonly stored = linkedSignal(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly lists = linkedSignal((): Lists => this.stored() ?? { rep: [], supervisor: [] });
  protected readonly isDirty = computed(() => {
    const stored = this.stored();
    return stored !== null && this.lists() !== stored;
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));
  private readonly paths = computed(() => {
    const problem = this.failure() === null ? undefined : problemOf(this.failure());
    return new Map(problem?.fields?.map(({ path }) => [path, this.problems.ofField(problem, path) ?? '']));
  });

  /** Of what stands in neither language the server says only that it is not right. */
  protected faultAt(kind: AppraisalKind, at: number, field: 'name' | 'what'): string | undefined {
    const fault = this.paths().get(`${kind}.${at}.${field}`);
    const text = this.lists()[kind][at]?.[field];
    return fault !== undefined && !text?.en.trim() && !text?.zh.trim() ? this.t('problem.field.required') : fault;
  }

  protected tell(kind: AppraisalKind, at: number, change: Partial<Competency>): void {
    this.set(
      kind,
      this.lists()[kind].map((one, n) => (n === at ? { ...one, ...change } : one)),
    );
  }

  protected weight(kind: AppraisalKind, at: number, text: string): void {
    const weight = Number(text);
    if (weight >= 0.1 && weight <= 100) this.tell(kind, at, { weight });
  }

  protected add(kind: AppraisalKind): void {
    const list = this.lists()[kind];
    const id = freeId(list.map((one) => one.id));
    this.set(kind, [...list, { id, name: none, what: none, weight: 1 }]);
  }

  protected remove(kind: AppraisalKind, at: number): void {
    this.set(kind, this.lists()[kind].toSpliced(at, 1));
  }

  protected undo(): void {
    this.failure.set(null);
    this.stored.update((stored) => stored && { ...stored });
  }

  protected async save(): Promise<void> {
    const stored = this.stored();
    if (!stored) return;
    this.failure.set(null);
    try {
      const { rep, supervisor } = this.lists();
      this.stored.set(await this.client.setCompetencies({ revision: stored.revision, rep, supervisor }));
      this.toasts.show({ text: 'appraisals.competencies.set' });
    } catch (error) {
      this.failure.set(error);
    }
  }

  private set(kind: AppraisalKind, list: Competency[]): void {
    this.lists.update((lists) => ({ ...lists, [kind]: list }));
  }
}
