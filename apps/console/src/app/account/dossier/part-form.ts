import { afterNextRender, Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import type { DossierPart } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import type { DossierText } from './dossier-part-card.js';

const mostCharacters = 1000;
interface Entry {
  readonly text: string;
}

/** Writes a part anew. Where somebody else wrote it meanwhile nothing is overwritten: both texts are shown. */
@Component({
  selector: 'fc-part-form',
  imports: [BothVersions, Field, FormField, Input, PanelForm],
  template: `
    @if (theirs(); as saved) {
      <fc-both-versions
        [base]="base()"
        [mine]="entry()"
        [theirs]="saved"
        [words]="words()"
        [told]="told()"
        (chosen)="saveChosen($event)"
        (theirsTaken)="closed.emit()"
      />
    } @else {
      <fc-panel-form
        [act]="t('account.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('account.dossier.text')" [hint]="t('account.dossier.ask.' + part())" optional>
          <textarea fcInput rows="5" [formField]="form.text"></textarea>
        </fc-field>
      </fc-panel-form>
    }
  `,
  host: { '(keydown.escape)': 'escape($event)' },
})
export class PartForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly file = inject(AccountFile);
  readonly part = input.required<DossierPart>();
  readonly written = input.required<DossierText | undefined>();
  readonly closed = output();

  protected readonly entry = signal<Entry>({ text: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    maxLength(path.text, mostCharacters);
  });
  /** The version that was read when this began, or that was shown since. */
  private readonly read = signal<DossierText | undefined>(undefined);
  private readonly meanwhile = signal<DossierText | undefined>(undefined);
  protected readonly base = computed((): Entry => ({ text: this.read()?.text ?? '' }));
  protected readonly theirs = computed((): Entry | undefined => {
    const saved = this.meanwhile();
    return saved && { text: saved.text };
  });
  protected readonly told = computed(() => {
    const saved = this.meanwhile();
    return this.t('account.dossier.meanwhile', {
      name: saved?.by?.name ?? this.t('ui.versions.program'),
      time: saved ? this.format.dayTime(saved.at) : '',
    });
  });
  protected readonly words = computed((): EntryWords<Entry> => ({
    field: () => this.t(`account.dossier.part.${this.part()}`),
    value: (_, { text }) => text || this.t('account.dossier.emptied'),
  }));

  protected readonly send = sendsForm(this.form, this.failure, ({ text }) => this.save(text));

  constructor() {
    afterNextRender(() => this.form.text().focusBoundControl());
  }

  ngOnInit(): void {
    this.read.set(this.written());
    this.entry.set({ text: this.written()?.text ?? '' });
  }

  /** Against what is saved now. */
  protected async saveChosen({ text }: Entry): Promise<void> {
    this.read.set(this.meanwhile());
    this.meanwhile.set(undefined);
    this.entry.set({ text });
    await this.send();
  }

  protected escape(event: Event): void {
    if (event.defaultPrevented || this.form().dirty()) return;
    event.preventDefault();
    this.closed.emit();
  }

  private async save(text: string): Promise<void> {
    const [id, part, read] = [this.file.id(), this.part(), this.read()];
    const n = read?.n ?? 0;
    const changed = this.file.changed;
    try {
      await this.client.write(id, part, { text, after: n });
    } catch (error) {
      if (problemOf(error).code !== 'changed-meanwhile') throw error;
      this.meanwhile.set((await this.client.versions(id, part)).versions[0]);
      changed();
      return;
    }
    const isNew = text.trim() !== (read?.text ?? '');
    if (isNew)
      this.toasts.show({
        text: 'account.dossier.done',
        values: { part: this.t(`account.dossier.part.${part}`) },
        undo: () =>
          this.faults.heed(this.client.write(id, part, { text: read?.text ?? '', after: n + 1 })).then(changed),
      });
    changed();
    this.closed.emit();
  }
}
