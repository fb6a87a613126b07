import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoldSession, GoldSessionDetail, GoldSessionQuery } from '@forecall/contracts';
import { ExamsTabs, injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { CalibrationClient } from '../calibration-client.js';
import { GoldForm } from './gold-form.js';
import { GoldPanel } from './gold-panel.js';

const besidePanel = new Set(['name', 'signed']);

/** Which sessions all assessors mark, and who has. */
@Component({
  selector: 'fc-gold-sessions-page',
  imports: [Cell, Empty, ExamsTabs, Filter, GoldForm, GoldPanel, ListWithPanel, RouterLink, Table],
  templateUrl: './gold-sessions-page.html',
})
export class GoldSessionsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly format = inject(Formats);
  private readonly client = inject(CalibrationClient);

  protected readonly state = signal<GoldSessionQuery['state']>('open');
  private readonly query = computed(() => ({ state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ sessions, next }) => ({ rows: sessions, next })),
  );
  /** The form is open: with the session to change, or with none. */
  protected readonly form = signal<{ readonly before: GoldSessionDetail | null } | null>(null);
  protected readonly opened = signal<string | null>(null);
  protected readonly isOpen = computed(() => this.form() !== null || this.opened() !== null);
  protected readonly states = computed(() =>
    (['open', 'closed'] as const).map((value) => ({ value, label: this.t(`calibration.shown.${value}`) })),
  );
  protected readonly columns = computed(() =>
    this.isOpen() ? this.all().filter(({ id }) => besidePanel.has(id)) : this.all(),
  );
  private readonly all = computed((): Column<GoldSession>[] => [
    { id: 'name', label: this.t('calibration.session') },
    { id: 'rubric', label: this.t('calibration.rubric'), isWideOnly: true },
    { id: 'due', label: this.t('calibration.due'), text: ({ dueOn }) => this.format.day(dueOn), isWideOnly: true },
    {
      id: 'signed',
      label: this.t('calibration.signed'),
      isNumber: true,
      text: ({ signed, asked }) => this.format.countOver(signed, asked),
    },
  ]);
  protected readonly idOf = ({ id }: GoldSession): string => id;

  constructor() {
    useKeys('page.calibration', [{ press: 'n', name: 'calibration.new', act: () => this.begin(null) }]);
  }

  protected open(id: string): void {
    this.show(() => this.opened.set(id));
  }

  protected begin(before: GoldSessionDetail | null): void {
    this.show(() => this.form.set({ before }));
  }

  protected close(): void {
    this.form.set(null);
    this.opened.set(null);
  }

  protected kept({ id }: GoldSessionDetail): void {
    this.pages.reload();
    this.open(id);
  }

  /** Another panel takes the focus anew. */
  private show(panel: () => void): void {
    this.close();
    setTimeout(panel);
  }
}
