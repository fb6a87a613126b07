import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditEntry } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Panel } from '../ui/panel/panel.js';
import { injectAuditWords } from './audit-words.js';
import { changesOf } from './changes.js';

/** One act: who did what from where, and each field before and after. */
@Component({
  selector: 'fc-entry-panel',
  imports: [Panel, RouterLink],
  templateUrl: './entry-panel.html',
  styleUrl: './entry-panel.css',
})
export class EntryPanel {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = injectAuditWords();
  readonly entry = input.required<AuditEntry>();
  readonly closed = output();
  protected readonly changes = computed(() => changesOf(this.entry()));
}
