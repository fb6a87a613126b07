import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Alarm } from '@forecall/contracts';
import { AlarmWords } from '../../alarms/index.js';
import { FilterBar, injectAddressFilters, type ListFilter } from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Live } from '../../platform/live/live.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { AlarmsClient } from '../../alarms/alarms-client.js';
import { AlarmsTabs } from '../alarms-tabs.js';
import { alarmStanding, glyphOf } from '../alarm-standing.js';

const filters: readonly ListFilter[] = [
  { name: 'departmentId', label: 'alarm-work.filter-department', kind: 'department', isAlways: true },
];

/** The alarms that nobody has judged yet, and what came of the others. */
@Component({
  selector: 'fc-alarms-page',
  imports: [AlarmsTabs, Cell, Empty, FilterBar, Load, Ready, RouterLink, Shape, Skeleton, State, Table],
  templateUrl: './alarms-page.html',
  styles: `
    fc-state {
      vertical-align: middle;
    }
    section + section {
      margin-top: 16px;
    }
    .note {
      display: -webkit-box;
      max-width: 40ch;
      padding-block: 4px;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class AlarmsPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = inject(AlarmWords);
  private readonly format = inject(Formats);
  private readonly client = inject(AlarmsClient);
  protected readonly filters = filters;
  protected readonly address = injectAddressFilters(filters);

  protected readonly unjudged = this.pagesOf('unjudged');
  protected readonly judged = this.pagesOf('judged');
  protected readonly sections = computed(() => [
    { id: 'unjudged', pages: this.unjudged, columns: this.unjudgedColumns() },
    { id: 'record', pages: this.judged, columns: this.judgedColumns() },
  ]);

  private readonly common = computed((): Column<Alarm>[] => [
    { id: 'department', label: this.t('alarm-work.department') },
    {
      id: 'raised',
      label: this.t('alarm-work.raised'),
      text: ({ raisedAt }) => this.words.at(raisedAt),
      isTight: true,
    },
    {
      id: 'complaints',
      label: this.t('alarm-work.complaints'),
      text: ({ complaints, contacts }) => this.format.countOver(complaints, contacts),
      isNumber: true,
      isWideOnly: true,
    },
    {
      id: 'expected',
      label: this.t('alarm-work.expected'),
      text: ({ expected }) => this.words.about(expected),
      isNumber: true,
      isWideOnly: true,
    },
    { id: 'reason', label: this.t('alarm-work.reason'), text: (alarm) => this.reasonOf(alarm), isWideOnly: true },
  ]);
  private readonly unjudgedColumns = computed((): Column<Alarm>[] => [
    ...this.common(),
    {
      id: 'since',
      label: this.t('alarm-work.since'),
      text: ({ since }) => this.words.at(since),
      isTight: true,
      isWideOnly: true,
    },
    { id: 'state', label: this.t('alarm-work.state'), isTight: true },
    { id: 'who', label: this.t('alarm-work.who'), isTight: true, isWideOnly: true },
  ]);
  private readonly judgedColumns = computed((): Column<Alarm>[] => [
    ...this.common(),
    { id: 'state', label: this.t('alarm-work.outcome'), isTight: true },
    {
      id: 'cause',
      label: this.t('alarm-work.cause'),
      text: ({ cause }) => (cause === null ? '' : this.t(`alarm-work.of.${cause}`)),
      isTight: true,
      isWideOnly: true,
    },
    { id: 'note', label: this.t('alarm-work.note'), isWideOnly: true },
    {
      id: 'by',
      label: this.t('alarm-work.by'),
      text: ({ endedBy }) => endedBy ?? '',
      isTight: true,
      isWideOnly: true,
    },
  ]);
  protected readonly idOf = ({ id }: Alarm): string => id;

  constructor() {
    const [waiting, live] = [inject(Waiting), inject(Live)];
    // Whoever is told of an alarm sees it here, and whoever comes back what was missed.
    effect(() => {
      if (waiting.changes() + live.returns() > 0) untracked(() => this.reload());
    });
  }

  protected stateOf = (alarm: Alarm) => glyphOf[alarmStanding(alarm)];
  protected stateWord = (alarm: Alarm): string => this.t(`alarm-work.is.${alarmStanding(alarm)}`);

  private pagesOf(state: 'unjudged' | 'judged') {
    const query = computed(() => ({ ...this.address.query(), state }));
    return listPages(query, (asked) => this.client.page(asked).then(({ alarms, next }) => ({ rows: alarms, next })));
  }

  private reasonOf({ factors: [first] }: Alarm): string {
    return first ? this.words.factor(first) : '–';
  }

  private reload(): void {
    this.unjudged.reload();
    this.judged.reload();
  }
}
