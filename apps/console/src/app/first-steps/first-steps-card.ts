import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FirstStep } from '@forecall/contracts';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { Icon } from '../ui/icon/icon.js';
import { FirstSteps } from './first-steps.js';
import { type StepLink, stepLinks } from './step-links.js';

/** On an administrator's home: what a new company does first, until it is done or hidden. In the demo: how to leave it. */
@Component({
  selector: 'fc-first-steps-card',
  imports: [Icon, RouterLink],
  templateUrl: './first-steps-card.html',
  styleUrl: './first-steps-card.css',
})
export class FirstStepsCard {
  protected readonly t = injectTexts();
  private readonly texts = inject(Texts);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly firstSteps = inject(FirstSteps);
  /** Where it cannot be loaded the page below goes on without it. */
  protected readonly loaded = resource({
    loader: async () => {
      await this.texts.need('set-up');
      return this.firstSteps.refresh();
    },
  });
  protected readonly setUp = computed(() => (this.loaded.hasValue() ? this.firstSteps.setUp() : undefined));
  protected readonly links = computed(() =>
    this.firstSteps.steps().map(({ step, isDone }) => ({ step, isDone, ...this.linkOf(step) })),
  );

  protected hide(): void {
    const set = (isHidden: boolean) => this.faults.heed(this.firstSteps.change({ isHidden }));
    void set(true).then(() => this.toasts.show({ text: 'set-up.first.hidden', undo: () => set(false) }));
  }

  private linkOf(step: FirstStep) {
    const { link, roles, ...rest }: StepLink = stepLinks[step];
    const isOpen = !roles || this.session.hasRole(...roles);
    // Whoever may not open the page can give themselves or others the role for it.
    return { label: this.t(`set-up.first.${step}`), link: isOpen ? link : '/users', ...rest };
  }
}
