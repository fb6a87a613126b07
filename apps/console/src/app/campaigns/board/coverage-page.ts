import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CampaignDetail, CoveredPerson } from '@forecall/contracts';
import { daysBetween } from '@forecall/domain';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { injectBookAll } from '../booking/book-all.js';
import { BookOutcome } from '../booking/book-outcome.js';
import { watchCampaign } from '../campaign-watch.js';
import { CampaignsClient } from '../campaigns-client.js';
import { Blockers } from './blockers.js';
import { countsOf, gridOrder, peopleOf } from './coverage-sums.js';
import { PassCurve } from './pass-curve.js';
import { PeopleGrid } from './people-grid.js';
import { PersonPanel } from './person-panel.js';
import { StandingMark } from './standing-mark.js';

/** Who of a campaign has passed, and what stands in the way of the others. */
@Component({
  selector: 'fc-coverage-page',
  imports: [
    ...[Blockers, BookOutcome, KeyCaps, Load, PassCurve, PeopleGrid, PersonPanel, Ready, RouterLink, Shape, Skeleton],
    ...[StandingMark, State],
  ],
  templateUrl: './coverage-page.html',
  styleUrl: './coverage-page.css',
})
export class CoveragePage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(CampaignsClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  readonly campaign = input.required<string>();

  protected readonly found = kept(
    resource({ params: () => ({ id: this.campaign() }), loader: ({ params: { id } }) => this.client.coverage(id) }),
  );
  protected readonly coverage = this.found.value;
  protected readonly one = computed(() => this.coverage()?.campaign);
  protected readonly isPlanned = computed(() => this.one()?.state === 'planned');
  protected readonly mayBook = computed(() => this.one()?.mayLead === true && this.one()?.state === 'running');
  protected readonly all = injectBookAll(() => this.found.reload());
  protected readonly order = gridOrder;
  protected readonly rows = computed(() =>
    (this.coverage()?.teams ?? []).map((team) => ({ ...team, counts: countsOf(team.people) })),
  );
  protected readonly sum = computed(() => {
    const coverage = this.coverage();
    return countsOf(coverage ? peopleOf(coverage) : []);
  });
  protected readonly seen = computed(() => this.rows().reduce((sum, { people }) => sum + people.length, 0));
  protected readonly daysLeft = computed(() => {
    const coverage = this.coverage();
    return coverage ? daysBetween(coverage.today, coverage.campaign.endsOn) : 0;
  });

  private readonly openedId = signal<string | null>(null);
  protected readonly opened = computed(() => {
    const coverage = this.coverage();
    return coverage && peopleOf(coverage).find(({ candidateId }) => candidateId === this.openedId());
  });

  constructor() {
    describePage(() => {
      const one = this.one();
      return { ...(one && { title: this.said(one.name) }), parent: { title: this.t('page.exams'), link: '/exams' } };
    });
    useKeys('booking.keys.heading', [
      { press: 'b', name: 'booking.all.act', act: () => this.book(), when: () => this.mayBook() },
    ]);
    watchCampaign(this.campaign, this.reload);
  }

  protected book(candidateIds?: string[]): void {
    const one = this.one();
    if (one) void this.all.book(one, candidateIds);
  }

  protected open(person: CoveredPerson): void {
    this.openedId.set(null);
    setTimeout(() => this.openedId.set(person.candidateId));
  }

  protected readonly reload = (): void => void this.found.reload();

  protected close(): void {
    this.openedId.set(null);
  }

  protected headText({ department, rubric, opensOn, endsOn }: CampaignDetail): string {
    const { name, n, passMark: mark, critical } = rubric;
    return this.t('campaigns.head', {
      ...{ department: this.nameOf(department), rubric: this.said(name), n, mark },
      critical: this.t('campaigns.critical-items', { count: critical }),
      days: this.t('campaigns.from-to', { from: this.format.day(opensOn), to: this.format.day(endsOn) }),
    });
  }

  protected standsText({ passed, eligible, state }: CampaignDetail): string {
    const days = this.daysLeft();
    const left = days < 0 ? this.t('campaigns.over') : this.t('campaigns.days-left', { count: days });
    return this.t('campaigns.stands', {
      rate: this.rate({ numerator: passed, denominator: eligible }),
      left: this.t('campaigns.to-go', { count: eligible - passed }),
      days: state === 'running' ? this.t('campaigns.and', { what: left }) : '',
    });
  }

  /** "1 booked, 2 due" */
  protected leftText(counts: ReturnType<typeof countsOf>): string {
    return gridOrder
      .filter((standing) => standing !== 'passed' && counts[standing] > 0)
      .map((standing) =>
        this.t('campaigns.so-many', { count: counts[standing], standing: this.t(`campaigns.standing.${standing}`) }),
      )
      .join(this.t('ui.list-comma'));
  }

  protected rate({ numerator, denominator }: { numerator: number; denominator: number }): string {
    return denominator === 0 ? '–' : this.format.rate(numerator / denominator);
  }

  protected async begin({ id, name, revision }: CampaignDetail): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('campaigns.begin.heading', { name: this.said(name) }),
      consequence: this.t('campaigns.begin.consequence'),
      act: this.t('campaigns.begin.act'),
      keep: this.t('campaigns.begin.keep'),
    });
    if (isMeant) await this.act(this.client.begin(id, revision), 'campaigns.was.begun');
  }

  protected async end({ id, name, revision }: CampaignDetail): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('campaigns.close.heading', { name: this.said(name) }),
      consequence: this.t('campaigns.close.consequence'),
      act: this.t('campaigns.close.act'),
      keep: this.t('campaigns.close.keep'),
    });
    if (isMeant) await this.act(this.client.close(id, revision), 'campaigns.was.closed');
  }

  protected putBack(candidateId: string, name: string): Promise<void> {
    return this.act(this.client.putBack(this.campaign(), candidateId), 'campaigns.was.put-back', { name });
  }

  private async act(acting: Promise<unknown>, text: string, values: Record<string, string> = {}): Promise<void> {
    await this.faults.heed(acting.then(() => this.toasts.show({ text, values })));
    this.found.reload();
  }
}
