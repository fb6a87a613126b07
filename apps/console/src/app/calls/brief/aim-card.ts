import {
  ApplicationRef,
  Component,
  computed,
  inject,
  input,
  type OnDestroy,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import type { CallOfMyDay } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import { CallDay } from '../call-day.js';
import { CallsClient } from '../calls-client.js';
import { CallFile } from './call-file.js';

type Preparation = CallOfMyDay['preparation'];
const parts = ['why', 'say', 'doing'] as const;

/** Why do I go, what will I say, what will I do: written before the call, read at its beginning. */
@Component({
  selector: 'fc-aim-card',
  imports: [BothVersions, Field, FormField, Input, KeyCaps, PanelForm],
  templateUrl: './aim-card.html',
  styleUrl: './aim-card.css',
})
export class AimCard implements OnInit, OnDestroy {
  protected readonly t = injectTexts();
  private readonly application = inject(ApplicationRef);
  private readonly client = inject(CallsClient);
  private readonly day = inject(CallDay);
  private readonly file = inject(CallFile);
  readonly call = input.required<CallOfMyDay>();
  readonly mayWork = input.required<boolean>();
  readonly prepared = output();

  protected readonly parts = parts;
  protected readonly isEditing = signal(false);
  /** As it was when one began to write. */
  protected readonly base = signal<Preparation>({ why: '', say: '', doing: '' });
  protected readonly theirs = signal<Preparation | null>(null);
  private readonly entry = signal<Preparation>({ why: '', say: '', doing: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    for (const part of parts) maxLength(path[part], 300);
  });
  protected readonly isEmpty = computed(() => parts.every((part) => this.call().preparation[part] === ''));
  protected readonly mine = computed(() => this.form().value());
  protected readonly words: EntryWords<Preparation> = {
    field: (part) => this.t(`calls.aim.${part}`),
    value: (part, entry) => entry[part] || this.t('calls.aim.nothing'),
  };

  protected readonly send = sendsForm(this.form, this.failure, (told) => this.prepare(told));

  constructor() {
    useKeys('keys.calls', [
      { press: 'e', name: 'calls.aim.edit', act: () => this.edit(), when: () => this.mayWork() && !this.isEditing() },
    ]);
  }

  ngOnInit(): void {
    const begun = this.file.preparing.get(this.call().id);
    if (!begun) return;
    this.base.set(begun.base);
    this.entry.set(begun.entry);
    this.isEditing.set(true);
  }

  /** Another call is looked at: what is begun here waits for this one. */
  ngOnDestroy(): void {
    if (this.isEditing()) this.file.preparing.set(this.call().id, { base: this.base(), entry: this.entry() });
    else this.file.preparing.delete(this.call().id);
  }

  protected edit(): void {
    this.base.set(this.call().preparation);
    this.entry.set(this.call().preparation);
    this.theirs.set(null);
    this.failure.set(null);
    this.form().reset();
    this.isEditing.set(true);
    this.application.tick();
    this.form.why().focusBoundControl();
  }

  protected close(): void {
    this.isEditing.set(false);
    this.theirs.set(null);
  }

  protected async take(told: Preparation): Promise<void> {
    this.theirs.set(null);
    this.entry.set(told);
    await this.send();
  }

  /** A plan that was made meanwhile has changed the call, not what is written here: then it goes again. */
  private async prepare(told: Preparation): Promise<void> {
    const { id, revision } = this.call();
    try {
      await this.client.prepare(id, { revision, ...told });
    } catch (error) {
      if (problemOf(error).code !== 'changed-meanwhile') throw error;
      const now = (await this.client.day({ staffId: this.day.staffId(), callId: id })).calls.find(
        (one) => one.id === id,
      );
      if (!now) throw error;
      if (parts.some((part) => now.preparation[part] !== this.base()[part])) {
        this.theirs.set(now.preparation);
        this.day.reload();
        return;
      }
      await this.client.prepare(id, { revision: now.revision, ...told });
    }
    this.close();
    this.prepared.emit();
  }
}
