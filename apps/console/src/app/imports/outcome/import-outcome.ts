import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CountedNames, madeKinds, type ImportBatch, type WorkedOn } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Session } from '../../platform/session/session.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Banner } from '../../ui/feedback/banner.js';
import { isWorking } from '../followed-batch.js';
import { ImportsClient } from '../imports-client.js';
import { BadRows } from './bad-rows.js';
import { ImportProgress } from './import-progress.js';
import { ImportState } from './import-state.js';
import { isNothingNew } from './nothing-new.js';
import { WorkedOnList } from './worked-on-list.js';

const cancellable = ['received', 'checking', 'checked', 'importing', 'failed'];

/** What came, or will come, of an import: counts, what it makes, its bad rows; and the acts that end it. */
@Component({
  selector: 'fc-import-outcome',
  imports: [BadRows, Banner, ImportProgress, ImportState, RouterLink, WorkedOnList],
  templateUrl: './import-outcome.html',
  styleUrl: './import-outcome.css',
})
export class ImportOutcome {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly client = inject(ImportsClient);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly session = inject(Session);
  readonly batch = input.required<ImportBatch>();
  /** What an act has answered. */
  readonly changed = output<ImportBatch>();

  private readonly id = computed(() => this.batch().id);
  /** Why it was not undone. */
  protected readonly workedOn = linkedSignal<string, WorkedOn | null>({ source: this.id, computation: () => null });
  protected readonly isWorking = computed(() => isWorking(this.batch()));
  protected readonly isOver = computed(() => ['done', 'undone', 'undoing'].includes(this.batch().state));
  protected readonly mayCancel = computed(() => cancellable.includes(this.batch().state) && !this.batch().isStopping);
  protected readonly isNothingNew = computed(() => isNothingNew(this.batch()));
  protected readonly maySeeContacts = computed(() => this.session.hasRole('rep', 'supervisor', 'head'));
  protected readonly counts = computed(() => {
    const { rowsRead, rowsStaged, rowsTaken, rowsThere, rowsRefused, rowsUndone, state } = this.batch();
    const isWritten = ['importing', 'done', 'undoing', 'undone'].includes(state);
    return [
      { name: 'imports.count.read', count: rowsRead },
      isWritten ? { name: 'imports.count.taken', count: rowsTaken } : { name: 'imports.count.new', count: rowsStaged },
      { name: 'imports.count.there', count: rowsThere },
      { name: 'imports.count.refused', count: rowsRefused },
      ...(rowsUndone > 0 ? [{ name: 'imports.count.undone', count: rowsUndone }] : []),
    ];
  });
  protected readonly leftOut = computed(() => Object.entries(this.batch().leftOut));
  protected readonly made = computed(() =>
    madeKinds.flatMap((kind) => {
      const made = this.batch().makes[kind];
      return made && made.count > 0 ? [{ kind, ...this.named(made) }] : [];
    }),
  );
  protected readonly passedOver = computed(() => {
    const { passedOver } = this.batch();
    return passedOver && this.named(passedOver);
  });
  protected readonly failure = computed(() => {
    const { failure } = this.batch();
    if (!failure) return null;
    const key = `problem.${failure.code}`;
    return { said: this.texts.has(key) ? this.t(key) : failure.message, detail: failure.message };
  });

  private named({ count, names }: CountedNames) {
    return { count, names: names.join(this.t('ui.list-comma')), more: count - names.length };
  }

  protected async undo(): Promise<void> {
    const { id, fileName: name, rowsTaken } = this.batch();
    const isMeant = await this.dialogs.confirm({
      heading: this.t('imports.undo.heading', { name }),
      consequence: this.t('imports.undo.consequence', { count: rowsTaken }),
      act: this.t('imports.undo.act'),
      keep: this.t('imports.undo.keep'),
    });
    if (!isMeant) return;
    this.workedOn.set(null);
    await this.faults.heed(
      this.client.undo(id).then(
        (batch) => this.changed.emit(batch),
        async (error: unknown) => {
          if (problemOf(error).code !== 'worked-on-since') throw error;
          this.workedOn.set(await this.client.workedOn(id));
        },
      ),
    );
  }

  protected async cancel(): Promise<void> {
    const { id, fileName: name, state } = this.batch();
    const isMeant =
      this.isNothingNew() ||
      (await this.dialogs.confirm({
        heading: this.t('imports.cancel.heading', { name }),
        consequence: this.t(state === 'importing' ? 'imports.cancel.importing' : 'imports.cancel.waiting'),
        act: this.t('imports.cancel.act'),
        keep: this.t('imports.cancel.keep'),
      }));
    if (!isMeant) return;
    await this.faults.heed(this.client.cancel(id).then((batch) => this.changed.emit(batch)));
  }
}
