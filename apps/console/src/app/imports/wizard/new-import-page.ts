import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuid } from 'uuid';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Icon } from '../../ui/icon/icon.js';
import { Glyph } from '../../ui/state/glyph.js';
import { ImportsClient } from '../imports-client.js';
import { WizardSteps } from './wizard-steps.js';

interface Sending {
  /** Made when the file is chosen: sent again it is the same import. */
  readonly id: string;
  readonly file: File;
  readonly share: number;
  readonly fault: string | null;
}

/** The first step: a file, chosen or dropped. */
@Component({
  selector: 'fc-new-import-page',
  imports: [Glyph, Icon, WizardSteps],
  templateUrl: './new-import-page.html',
  styleUrl: './new-import-page.css',
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': '$event.preventDefault(); isOver.set(true)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class NewImportPage {
  protected readonly t = injectTexts();
  private readonly client = inject(ImportsClient);
  private readonly problems = inject(ProblemTexts);
  private readonly router = inject(Router);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly isOver = signal(false);
  protected readonly sending = signal<Sending | null>(null);
  protected readonly percent = computed(() => Math.round((this.sending()?.share ?? 0) * 100));

  constructor() {
    describePage(() => ({ title: this.t('imports.new'), parent: { title: this.t('page.imports'), link: '/imports' } }));
  }

  protected choose(): void {
    const box = this.box().nativeElement;
    this.take(box.files?.[0]);
    // Or the same file could not be chosen again.
    box.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected again(): void {
    const sending = this.sending();
    if (sending) void this.send(sending);
  }

  private take(file: File | undefined): void {
    if (file) void this.send({ id: uuid(), file, share: 0, fault: null });
  }

  private async send(sending: Sending): Promise<void> {
    const { id, file } = sending;
    this.sending.set({ ...sending, share: 0, fault: null });
    try {
      await this.client.send(id, file, (share) => this.sending.set({ ...sending, share, fault: null }));
      await this.router.navigate(['/imports', id], { replaceUrl: true });
    } catch (error) {
      this.sending.set({ ...sending, fault: this.problems.sentence(error) });
    }
  }
}
