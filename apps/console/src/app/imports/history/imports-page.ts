import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ImportBatch } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { Panel } from '../../ui/panel/panel.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../../ui/table/table.js';
import { askEachSecond, followBatch, isWorking } from '../followed-batch.js';
import { ImportsClient } from '../imports-client.js';
import { ImportsTabs } from '../imports-tabs.js';
import { ImportOutcome } from '../outcome/import-outcome.js';
import { ImportState } from '../outcome/import-state.js';
import { progressOf } from '../outcome/progress.js';

/** Which files have come in, what came of them, and by whom. */
@Component({
  selector: 'fc-imports-page',
  imports: [Cell, Empty, ImportOutcome, ImportState, ImportsTabs, ListWithPanel, Panel, RouterLink, Table],
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ImportsClient);
  private readonly router = inject(Router);
  /** The address holds which one is open. */
  readonly import = input<string>();

  protected readonly pages = listPages(signal({}), (query) => this.client.page(query));
  protected readonly followed = followBatch(this.import);
  /** In the list as in the panel. */
  protected readonly rows = computed(() => {
    const open = this.followed.value();
    return this.pages.rows().map((row) => (row.id === open?.id ? open : row));
  });
  private readonly atWork = computed(() => this.pages.rows().filter((row) => isWorking(row)));
  protected readonly columns = computed((): Column<ImportBatch>[] => [
    { id: 'file', label: this.t('imports.file') },
    { id: 'preset', label: this.t('imports.preset'), text: (one) => one.title ?? one.preset ?? '–', isWideOnly: true },
    { id: 'state', label: this.t('imports.state.label'), isTight: true },
    { id: 'taken', label: this.t('imports.count.taken'), text: (one) => this.takenOf(one), isNumber: true },
    { id: 'refused', ...this.counted('refused', ({ rowsRefused }) => rowsRefused) },
    { id: 'there', ...this.counted('there', ({ rowsThere }) => rowsThere) },
    { id: 'by', label: this.t('imports.by'), text: (one) => this.byOf(one), isWideOnly: true },
    { id: 'when', label: this.t('imports.sent'), text: (one) => this.format.dayTime(one.createdAt), isWideOnly: true },
  ]);
  protected readonly idOf = ({ id }: ImportBatch): string => id;

  constructor() {
    useKeys('page.imports', [{ press: 'n', name: 'imports.new', act: () => this.begin() }]);
    const isAnyAtWork = computed(() => this.atWork().length > 0);
    askEachSecond(isAnyAtWork, async () => {
      const newer = await Promise.all(this.atWork().map(({ id }) => this.client.one(id)));
      this.take(newer);
    });
  }

  protected begin(): void {
    void this.router.navigate(['/imports/new']);
  }

  protected show(id: string | null): void {
    void this.router.navigate([], { queryParams: { import: id } });
  }

  protected acted(batch: ImportBatch): void {
    this.followed.take(batch);
    this.take([batch]);
  }

  protected isWaiting({ state }: ImportBatch): boolean {
    return ['received', 'checked', 'failed'].includes(state);
  }

  private take(batches: readonly ImportBatch[]): void {
    this.pages.replace((row) => batches.find(({ id }) => id === row.id) ?? row);
  }

  private counted(name: string, count: (one: ImportBatch) => number): Omit<Column<ImportBatch>, 'id'> {
    return {
      label: this.t(`imports.count.${name}`),
      text: (one) => this.format.count(count(one)),
      isNumber: true,
      isWideOnly: true,
    };
  }

  private byOf({ createdBy }: ImportBatch): string {
    return createdBy ?? this.t('imports.command-line');
  }

  private takenOf(one: ImportBatch): string {
    if (!isWorking(one)) return this.format.count(one.rowsTaken);
    const { done, of } = progressOf(one);
    return of > 0 ? this.format.countOver(done, of) : this.format.count(done);
  }
}
