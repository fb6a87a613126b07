import { Component, computed, effect, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AppraisalRow, CycleOverview } from '@forecall/contracts';
import { type AppraisalStage, appraisalStages } from '@forecall/domain';
import { FilterBar, injectAddressFilters, type ListFilter } from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { lookAgain } from './look-again.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { glyphOf, injectPeriodName } from '../appraisal-words.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { CyclesClient } from '../cycles-client.js';
import { Progress } from '../list/progress.js';
import { DiscardForm } from './discard-form.js';
import { LeftOutCard } from './left-out-card.js';
import { type ClosingStep, closingSteps, missingOf } from './missing.js';
import { UpwardCard } from './upward-card.js';

type Team = CycleOverview['teams'][number];

const filters: readonly ListFilter[] = [
  {
    ...{ name: 'stage', label: 'appraisals.state', kind: 'choice', values: appraisalStages, isAlways: true },
    words: (value) => `appraisals.stage.${value}`,
  },
  {
    ...{ name: 'isLate', label: 'appraisals.late', kind: 'choice', values: ['yes'] },
    words: () => 'appraisals.only-late',
  },
  { name: 'departmentId', label: 'appraisals.department', kind: 'department', isAlways: true },
  { name: 'teamId', label: 'appraisals.team', kind: 'team' },
];
const namesShown = 5;

/** Of one cycle: who is missing at which step, and whose it is? */
@Component({
  selector: 'fc-cycle-page',
  imports: [
    ...[Cell, DiscardForm, Empty, FilterBar, Icon, KeyCaps, LeftOutCard, Load, Progress, Ready, RouterLink, Shape],
    ...[Skeleton, State, Table, UpwardCard],
  ],
  templateUrl: './cycle-page.html',
  styleUrl: './cycle-page.css',
})
export class CyclePage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectNameOf();
  protected readonly periodName = injectPeriodName();
  private readonly client = inject(AppraisalsClient);
  private readonly cycles = inject(CyclesClient);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  protected readonly address = injectAddressFilters(filters);
  protected readonly filters = filters;
  protected readonly glyph = glyphOf;

  protected readonly read = kept(resource({ params: this.id, loader: ({ params }) => this.cycles.one(params) }));
  protected readonly overview = linkedSignal(() => this.read.value() ?? null);
  private readonly query = computed(() => ({ as: 'reader', cycleId: this.id(), limit: 50, ...this.address.values() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ appraisals, next }) => ({ rows: appraisals, next })),
  );
  protected readonly isFiltered = computed(() => Object.values(this.address.values()).some(Boolean));
  protected readonly isDiscarding = signal(false);
  protected readonly isTable = signal(false);
  protected readonly teams = computed(() => this.overview()?.teams ?? []);
  protected readonly teamColumns = computed((): Column<Team>[] => [
    { id: 'team', label: this.t('appraisals.team') },
    {
      ...{ id: 'department', label: this.t('appraisals.department'), isWideOnly: true },
      text: ({ department }) => this.nameOf(department),
    },
    ...(this.isTable()
      ? appraisalStages.map((stage) => ({
          ...{ id: stage, label: this.t(`appraisals.stage.${stage}`), isNumber: true },
          text: ({ counts }: Team) => this.format.count(counts[stage]),
        }))
      : [{ id: 'progress', label: this.t('appraisals.signed-of') }]),
    {
      ...{ id: 'late', label: this.t('appraisals.late'), isNumber: true },
      text: ({ late }) => (late === 0 ? '–' : this.format.count(late)),
    },
  ]);
  protected readonly columns = computed((): Column<AppraisalRow>[] => [
    { id: 'name', label: this.t('appraisals.about') },
    {
      id: 'kind',
      label: this.t('appraisals.as'),
      text: ({ kind }) => this.t(`appraisals.kind.${kind}`),
      isWideOnly: true,
    },
    { id: 'team', label: this.t('appraisals.team'), text: ({ team }) => this.nameOf(team), isWideOnly: true },
    {
      id: 'appraiser',
      label: this.t('appraisals.appraiser'),
      text: ({ appraiser }) => appraiser.name,
      isWideOnly: true,
    },
    { id: 'stage', label: this.t('appraisals.state') },
    {
      ...{ id: 'due', label: this.t('appraisals.due-on'), isTight: true },
      text: ({ dueOn }) => (dueOn === null ? '–' : this.format.day(dueOn)),
    },
  ]);
  protected readonly idOf = ({ id }: AppraisalRow): string => id;
  protected readonly teamId = ({ team }: Team): string => team.id;
  protected readonly open = computed(() => {
    const counts = this.overview()?.cycle.counts;
    return counts ? missingOf(counts) : 0;
  });

  constructor() {
    describePage(() => {
      const cycle = this.overview()?.cycle;
      const parent = { title: this.t('page.appraisals'), link: '/appraisals' };
      return cycle ? { title: this.periodName(cycle), parent } : { parent };
    });
    const news = lookAgain();
    effect(() => {
      if (news() > 0) untracked(() => this.read.reload());
    });
    useKeys('page.appraisal-cycle', [
      { press: 't', name: 'keys.table', act: () => this.isTable.update((before) => !before) },
    ]);
  }

  protected choose(change: Record<string, string | null>): void {
    this.address.set(change);
  }

  protected discarded(cycle: CycleOverview['cycle']): void {
    this.toasts.show({ text: 'appraisals.discard.was', values: { period: this.periodName(cycle) } });
    void this.router.navigate(['/appraisals']);
  }

  protected async close(): Promise<void> {
    const one = this.overview();
    if (!one) return;
    const period = this.periodName(one.cycle);
    const isMeant = await this.dialogs.confirm({
      heading: this.t('appraisals.close.heading', { period }),
      consequence: await this.consequence(one.cycle),
      act: this.t('appraisals.close.act-of', { period }),
      keep: this.t('appraisals.close.keep'),
    });
    if (isMeant) await this.faults.heed(this.closed(one));
  }

  private async closed({ cycle }: CycleOverview): Promise<void> {
    this.overview.set(await this.cycles.close(cycle.id, cycle.revision));
    this.pages.reload();
    this.toasts.show({ text: 'appraisals.close.was', values: { period: this.periodName(cycle) } });
  }

  /** What is not signed, by step, with the first names of each and what becomes of it. */
  private async consequence({ counts, writeBy }: CycleOverview['cycle']): Promise<string> {
    const steps = closingSteps(counts);
    if (steps.length === 0) return this.t('appraisals.close.all-signed');
    const lines = await Promise.all(
      steps.map(async (step) =>
        this.t(`appraisals.close.step.${step.id}`, {
          count: this.format.count(step.count),
          names: await this.namesOf(step),
        }),
      ),
    );
    const isEarly = writeBy >= this.format.today();
    return [
      this.t('appraisals.close.missing', { count: this.open() }),
      ...lines,
      ...(isEarly ? [this.t('appraisals.close.early', { day: this.format.day(writeBy) })] : []),
      this.t('appraisals.close.says-nothing'),
    ].join('\n\n');
  }

  /** The first of them by name, and how many more. */
  private async namesOf({ stages, count }: ClosingStep): Promise<string> {
    const names = (await Promise.all(stages.map((stage) => this.namesAt(stage)))).flat().slice(0, namesShown);
    const shown = names.join(this.t('ui.list-comma'));
    return count > names.length
      ? this.t('appraisals.close.more', { names: shown, count: count - names.length })
      : shown;
  }

  private async namesAt(stage: AppraisalStage): Promise<string[]> {
    const { appraisals } = await this.client.page({ as: 'leader', cycleId: this.id(), stage, limit: namesShown });
    return appraisals.map(({ subject }) => subject.name);
  }
}
