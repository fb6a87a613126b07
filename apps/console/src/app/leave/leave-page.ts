import { Component, computed, inject, signal } from '@angular/core';
import type { LeaveEntry } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { shiftDay } from '../platform/format/day-text.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Session } from '../platform/session/session.js';
import { Filter } from '../ui/choice/filter.js';
import { Empty } from '../ui/feedback/empty.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../ui/table/table.js';
import { LeaveClient } from './leave-client.js';
import { LeaveForm } from './leave-form.js';

type Shown = 'coming' | 'past';
const pastDays = 90;

/** Who is away and who stands in: one's own leave, that one stands in for, and that of those one leads. */
@Component({
  selector: 'fc-leave-page',
  imports: [Cell, Empty, Filter, LeaveForm, ListWithPanel, Table],
  templateUrl: './leave-page.html',
})
export class LeavePage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(LeaveClient);
  private readonly session = inject(Session);

  protected readonly shown = signal<Shown>('coming');
  protected readonly isNew = signal(false);
  private readonly open = signal<LeaveEntry | null>(null);
  /** A list of one or none: another leave is another form. */
  protected readonly opened = computed(() => [this.open() ?? []].flat());
  private readonly query = computed(() => {
    const today = this.format.today();
    return { from: this.shown() === 'past' ? shiftDay(today, -pastDays) : today };
  });
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ leaves, next }) => ({ rows: leaves, next })),
  );
  protected readonly mayEnter = computed(() =>
    (this.session.me()?.grants ?? []).some(({ role }) => ['supervisor', 'head', 'admin'].includes(role)),
  );
  protected readonly filters = computed(() =>
    (['coming', 'past'] as const).map((value) => ({ value, label: this.t(`leave.shown.${value}`) })),
  );
  protected readonly columns = computed((): Column<LeaveEntry>[] => [
    { id: 'who', label: this.t('leave.who'), isTight: true },
    { id: 'when', label: this.t('leave.when'), text: (one) => this.whenOf(one) },
    {
      id: 'kind',
      label: this.t('leave.kind-label'),
      text: ({ kind }) => (kind ? this.t(`leave.kind.is-${kind}`) : '–'),
    },
    { id: 'stand-in', label: this.t('leave.stand-in'), text: ({ standIn }) => standIn?.name ?? '–' },
    { id: 'note', label: this.t('leave.note'), text: ({ note }) => note ?? '', isWideOnly: true },
  ]);
  protected readonly idOf = ({ id }: LeaveEntry): string => id;

  constructor() {
    useKeys('page.leave', [{ press: 'n', name: 'leave.new', when: () => this.mayEnter(), act: () => this.begin() }]);
  }

  protected begin(): void {
    this.open.set(null);
    this.isNew.set(true);
  }

  protected show(leave: LeaveEntry | null): void {
    this.isNew.set(false);
    this.open.set(leave);
  }

  protected readonly changed = (): void => {
    this.pages.reload();
  };

  /** "Mon 5 Jan, from midday, to Wed 7 Jan" */
  private whenOf({ from, to, fromMidday, untilMidday }: LeaveEntry): string {
    const halves = [fromMidday && this.t('leave.from-midday-short'), untilMidday && this.t('leave.until-midday-short')];
    const days =
      from === to
        ? this.format.day(from)
        : this.t('leave.between', { first: this.format.day(from), last: this.format.day(to) });
    return [days, ...halves].filter(Boolean).join(this.t('ui.list-comma'));
  }
}
