import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DestroyRef, effect, inject, linkedSignal, resource, untracked } from '@angular/core';
import { type TeamFigures, type TeamMember, teamMetrics, type TeamReply, teamWindows } from '@forecall/contracts';
import { FigureCell, FigureTexts, openReceipts } from '../figures/index.js';
import { FilterBar, injectAddressFilters, type ListFilter } from '../lists/index.js';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Live } from '../platform/live/live.js';
import { Waiting } from '../platform/live/waiting.js';
import { mediaMatches } from '../platform/media/media-matches.js';
import { type Option, Segment } from '../ui/choice/segment.js';
import { Empty } from '../ui/feedback/empty.js';
import { FiguresMoving } from '../ui/feedback/figures-moving.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { commonScale } from '../ui/figure/whisker-geometry.js';
import { State } from '../ui/state/state.js';
import { Cell, type Column, Foot, Table } from '../ui/table/table.js';
import { TeamClient } from './team-client.js';

type RateMetric = Exclude<(typeof teamMetrics)[number], 'handled'>;
type Window = TeamReply['window'];

/** What of a team is chosen: in the page's address. */
const filters: readonly ListFilter[] = [
  { name: 'team', label: 'team-page.team', kind: 'team', isAlways: true },
  { name: 'window', label: 'team-page.window.label', kind: 'choice', values: teamWindows, unasked: 'today' },
];
/** Duties of others tell nobody else that they changed. */
const lookAgainMilliseconds = 20_000;

/** How is each of my people doing right now, and what waits for them? By name, nobody before or behind another. */
@Component({
  selector: 'fc-team-page',
  imports: [
    ...[Cell, Empty, FigureCell, FiguresMoving, FilterBar, Foot, Load, NgTemplateOutlet, Ready, Segment, Shape],
    ...[Skeleton, State, Table],
  ],
  templateUrl: './team-page.html',
  styleUrl: './team-page.css',
})
export class TeamPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectNameOf();
  private readonly texts = inject(FigureTexts);
  private readonly client = inject(TeamClient);
  private readonly open = openReceipts();
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  protected readonly address = injectAddressFilters(filters);

  protected readonly window = computed(() => (this.address.values()['window'] ?? 'today') as Window);
  private readonly found = resource({
    params: () => ({ team: this.address.values()['team'], window: this.window() }),
    loader: ({ params }) => this.client.team(params),
  });
  protected readonly shown = kept(this.found);
  protected readonly reply = this.shown.value;
  /** The team that is shown where none is asked for. */
  private readonly first = linkedSignal<TeamReply | undefined, string | undefined>({
    source: this.reply,
    computation: (came, before) => (this.address.values()['team'] === undefined ? came?.team.id : before?.value),
  });
  protected readonly barFilters = computed(() =>
    filters
      .filter(({ kind }) => kind === 'team')
      .map((filter) => ({ ...filter, ...(this.first() && { unasked: this.first() ?? '' }) })),
  );
  protected readonly isStale = computed(() => this.reply() !== undefined && this.reply()?.window !== this.window());
  protected readonly leadsNone = computed(
    () => this.found.status() === 'error' && problemOf(this.found.error()).code === 'not-found',
  );
  protected readonly windows = computed((): Option<Window>[] =>
    teamWindows.map((value) => ({ value, label: this.t(`team-page.window.${value}`) })),
  );
  protected readonly rates: readonly RateMetric[] = ['csat', 'csat-relationship', 'complaints-concerning'];
  protected readonly columns = computed((): Column<TeamMember>[] => [
    { id: 'name', label: this.t('team-page.name') },
    { id: 'handled', label: this.t('team-page.handled'), isNumber: true },
    ...this.rates.map((id) => ({ id, label: this.t(words[id]) })),
    { id: 'duties', label: this.t('team-page.duties'), isNumber: true },
  ]);
  /** One for each column, so that whiskers below each other compare. */
  protected readonly scales = computed(() => {
    const members = this.reply()?.members ?? [];
    const scaleOf = (metric: RateMetric) =>
      metric === 'complaints-concerning'
        ? commonScale(
            members.map(({ figures: { [metric]: figure } }) => ({ ...figure, high: figure.interval?.high ?? 0 })),
          )
        : { from: 0, to: 1 };
    return Object.fromEntries(this.rates.map((metric) => [metric, scaleOf(metric)])) as Record<
      RateMetric,
      { from: number; to: number }
    >;
  });
  protected readonly ledBy = computed(() => {
    const { department, supervisors = [] } = this.reply() ?? {};
    if (!department) return '';
    const names = supervisors.map(({ name }) => name).join(this.t('ui.list-comma'));
    return this.t(names ? 'team-page.led-by' : 'team-page.led-by-nobody', {
      department: this.nameOf(department),
      names,
    });
  });
  protected readonly word = (metric: RateMetric): string => this.t(words[metric]);
  protected readonly idOf = ({ staff }: TeamMember): string => staff.id;

  constructor() {
    const [live, waiting] = [inject(Live), inject(Waiting)];
    /** Of the team's department: raised with each contact, answer and complaint of it. */
    const version = computed(() => live.versions()[`department:${this.reply()?.department.id ?? ''}`]);
    effect(() => {
      const isNews = version() !== undefined || waiting.changes() + live.returns() > 0;
      if (isNews) untracked(() => this.shown.reload());
    });
    const timer = setInterval(() => this.shown.reload(), lookAgainMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected questionOf(member?: TeamMember) {
    const { team, from = '', to = '' } = this.reply() ?? {};
    const scope = [`team:${team?.id ?? ''}`, ...(member ? [`rep:${member.staff.id}`] : [])];
    return { scope, by: ['rep'], from, to };
  }

  protected openContacts(figures: TeamFigures, member?: TeamMember): void {
    const heading = `${this.texts.name()('handled')}, ${member?.staff.name ?? this.t('team-page.whole')}`;
    this.open({ metric: figures.handled.definition.id, heading, question: this.questionOf(member) });
  }
}

const words: Readonly<Record<RateMetric, string>> = {
  csat: 'team-page.service',
  'csat-relationship': 'team-page.relationship',
  'complaints-concerning': 'team-page.concerning',
};
