import { Component, computed, inject, input, signal } from '@angular/core';
import type { ImportBatch } from '@forecall/contracts';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Banner } from '../../ui/feedback/banner.js';
import { FaultList } from '../mapping/fault-list.js';
import { presetFaults } from '../mapping/preset-faults.js';
import { ImportOutcome } from '../outcome/import-outcome.js';
import { SavePreset } from '../presets/save-preset.js';
import type { Wizard } from './wizard.js';

/** The preset is kept, the whole file checked; what came out is confirmed, or mended a step before. */
@Component({
  selector: 'fc-check-step',
  imports: [Banner, FaultList, ImportOutcome, SavePreset],
  templateUrl: './check-step.html',
})
export class CheckStep {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  readonly wizard = input.required<Wizard>();
  readonly batch = input.required<ImportBatch>();

  protected readonly faults = computed(() => presetFaults(this.wizard().definition() ?? {}));
  protected readonly failure = signal<string | null>(null);
  protected readonly isSending = signal(false);
  protected readonly isChecked = computed(() => this.batch().state === 'checked');

  protected check(): Promise<void> {
    return this.act(() => this.wizard().check());
  }

  protected confirm(): Promise<void> {
    return this.act(() => this.wizard().confirm());
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.failure.set(null);
    this.isSending.set(true);
    try {
      await act();
    } catch (error) {
      this.failure.set(this.problems.sentence(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
