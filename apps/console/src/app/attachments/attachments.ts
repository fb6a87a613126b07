import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Attachment } from '@forecall/contracts';
import { fileKinds } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Icon } from '../ui/icon/icon.js';
import { Glyph } from '../ui/state/glyph.js';
import { AttachmentsClient } from './attachments-client.js';
import { faultBefore, isHopeless, namedApart, type Upload } from './upload.js';

/**
 * The files of a complaint: picked, dropped or pasted, downloaded, removed with undo. Without a complaint yet
 * (`complaintId` null) they are collected and go out as soon as there is one. Needs the texts `attachments`.
 */
@Component({
  selector: 'fc-attachments',
  imports: [Glyph, Icon],
  templateUrl: './attachments.html',
  styleUrl: './attachments.css',
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
    '(document:paste)': 'paste($event)',
  },
})
export class Attachments {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(AttachmentsClient);
  private readonly problems = inject(ProblemTexts);
  private readonly toasts = inject(Toasts);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  readonly complaintId = input.required<string | null>();
  /** Whether the viewer sees to the complaint. */
  readonly mayAdd = input(true);

  protected readonly accept = fileKinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');
  protected readonly isInternal = signal(false);
  protected readonly isOver = signal(false);
  protected readonly uploads = signal<readonly Upload[]>([]);
  protected readonly failure = signal<string | null>(null);
  /** Something is on its way, or about to be. */
  readonly isBusy = computed(() => this.uploads().some(({ state }) => state !== 'failed'));
  /** The names of those that did not arrive; each says why, and is tried again or left out. */
  readonly failedNames = computed(() =>
    this.uploads().flatMap(({ state, file }) => (state === 'failed' ? [file.name] : [])),
  );

  protected readonly stored = kept(
    resource({
      params: () => this.complaintId() ?? undefined,
      loader: async ({ params }) => ({ of: params, files: await this.client.list(params) }),
    }),
  );
  /** Those of the complaint before are not this one's. */
  protected readonly shown = computed(() => {
    const stored = this.stored.value();
    return stored?.of === this.complaintId() ? stored.files.filter(({ voidedAt }) => voidedAt === null) : [];
  });

  constructor() {
    effect(() => {
      const complaintId = this.complaintId();
      const isFree = !this.uploads().some(({ state }) => state === 'sending');
      const next = this.uploads().find(({ state }) => state === 'waiting');
      if (complaintId !== null && next && isFree) untracked(() => void this.send(complaintId, next));
    });
  }

  /** What did not arrive belongs to no other complaint. */
  leaveOutFailed(): void {
    this.uploads.update((uploads) => uploads.filter(({ state }) => state !== 'failed'));
  }

  protected choose(): void {
    const box = this.box()?.nativeElement;
    this.add([...(box?.files ?? [])]);
    // Or the same file could not be chosen again.
    if (box) box.value = '';
  }

  protected drag(event: DragEvent): void {
    if (!this.mayAdd() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!this.mayAdd() || files.length === 0) return;
    event.preventDefault();
    this.add(files);
  }

  protected paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!this.mayAdd() || files.length === 0) return;
    event.preventDefault();
    this.add(files.map((file) => namedApart(file, new Date())));
  }

  protected again(upload: Upload): void {
    this.change(upload.id, { state: 'waiting', fault: null, share: 0 });
  }

  protected forget({ id }: Upload): void {
    this.uploads.update((uploads) => uploads.filter((one) => one.id !== id));
    this.box()?.nativeElement.focus();
  }

  protected async remove({ id, name }: Attachment): Promise<void> {
    const complaintId = this.complaintId();
    if (complaintId === null) return;
    await this.attempt(async () => {
      await this.client.takeBack(complaintId, id);
      this.toasts.show({
        text: 'attachments.removed',
        values: { name },
        undo: () =>
          this.attempt(async () => {
            await this.client.putBack(complaintId, id);
          }),
      });
      this.box()?.nativeElement.focus();
    });
  }

  protected addressOf({ id }: Attachment): string {
    return this.client.addressOf(this.complaintId() ?? '', id);
  }

  protected sizeText(bytes: number): string {
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    return kilobytes < 1024
      ? this.t('attachments.kilobytes', { size: kilobytes })
      : this.t('attachments.megabytes', { size: (bytes / 1024 / 1024).toFixed(1) });
  }

  private add(files: readonly File[]): void {
    const added = files.map((file): Upload => {
      const fault = faultBefore(file);
      return {
        ...{ id: uuid(), file, isInternal: this.isInternal(), share: 0 },
        state: fault ? 'failed' : 'waiting',
        fault: fault && this.t(`attachments.fault.${fault}`),
        isHopeless: fault !== null,
      };
    });
    this.uploads.update((uploads) => [...uploads, ...added]);
  }

  private async send(complaintId: string, upload: Upload): Promise<void> {
    this.change(upload.id, { state: 'sending' });
    try {
      await this.client.send(complaintId, upload, (share) => this.change(upload.id, { share }));
      this.stored.reload();
      this.uploads.update((uploads) => uploads.filter((one) => one.id !== upload.id));
    } catch (error) {
      const { status } = problemOf(error);
      const fault = this.problems.sentence(error);
      this.change(upload.id, { state: 'failed', fault, isHopeless: isHopeless(status) });
    }
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await act();
    } catch (error) {
      this.failure.set(this.problems.sentence(error));
    } finally {
      this.stored.reload();
    }
  }

  private change(id: string, changes: Partial<Upload>): void {
    this.uploads.update((uploads) => uploads.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  }
}
