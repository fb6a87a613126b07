import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { ImportBatch } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { describePage } from '../../platform/page/page-head.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { isWorking } from '../followed-batch.js';
import { ImportOutcome } from '../outcome/import-outcome.js';
import { CheckStep } from './check-step.js';
import { ColumnsStep } from './columns-step.js';
import { FormStep } from './form-step.js';
import { Wizard } from './wizard.js';
import { type WizardStep, wizardSteps, WizardSteps } from './wizard-steps.js';

const stepOf = (given: string | undefined): WizardStep | undefined => wizardSteps.find((step) => step === given);

/** One file on its way in: how it is written, what its columns hold, what a check finds, and what came of it. */
@Component({
  selector: 'fc-import-page',
  imports: [CheckStep, ColumnsStep, FormStep, ImportOutcome, Load, Ready, WizardSteps],
  templateUrl: './import-page.html',
})
export class ImportPage {
  protected readonly t = injectTexts();
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  /** The address holds the step. */
  readonly step = input(undefined, { transform: stepOf });
  protected readonly wizard = new Wizard();

  protected readonly now = computed((): WizardStep => {
    const batch = this.wizard.batch();
    if (!batch || batch.state === 'received') return this.step() ?? 'form';
    if (this.wizard.isWaiting()) return this.step() ?? 'check';
    return batch.state === 'checking' ? 'check' : 'import';
  });
  protected readonly furthest = computed((): WizardStep => (this.wizard.isWaiting() ? 'check' : 'file'));
  protected readonly isOutcome = computed(() => {
    const batch = this.wizard.batch();
    return batch !== undefined && (isWorking(batch) || !this.wizard.isWaiting());
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.wizard.open(id));
    });
    describePage(() => ({
      title: this.wizard.batch()?.fileName ?? this.t('imports.new'),
      parent: { title: this.t('page.imports'), link: '/imports' },
    }));
    useKeys('page.imports', [
      { press: 'Alt+ArrowRight', name: 'imports.next', outsideText: true, act: () => this.move(1) },
      { press: 'Alt+ArrowLeft', name: 'imports.back', outsideText: true, act: () => this.move(-1) },
    ]);
  }

  protected move(by: number): void {
    const to = wizardSteps[wizardSteps.indexOf(this.now()) + by];
    if (!this.wizard.isWaiting() || (to !== 'form' && to !== 'columns' && to !== 'check')) return;
    void this.router.navigate([], { queryParams: { step: to } });
  }

  protected take(batch: ImportBatch): void {
    this.wizard.followed.take(batch);
  }
}
