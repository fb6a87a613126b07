import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { FirstSteps } from './first-steps.js';

/** In the settings: leaves the demo, or brings the first steps back and the wizard. */
@Component({
  selector: 'fc-first-steps-switch',
  imports: [RouterLink],
  template: `
    @if (firstSteps.setUp(); as one) {
      <section class="card card-body stack measure" [attr.aria-label]="t('set-up.first.heading')">
        @if (one.isDemo) {
          <h2>{{ t('set-up.demo.leave') }}</h2>
          <p class="quiet">{{ t('set-up.demo.is') }}</p>
          <div>
            <a class="button" routerLink="/set-up">{{ t('set-up.demo.leave') }}</a>
          </div>
        } @else {
          <h2>{{ t('set-up.first.heading') }}</h2>
          <label class="check">
            <input type="checkbox" [checked]="!one.isHidden" (change)="show(one.isHidden)" />
            {{ t('set-up.first.show') }}
          </label>
          <div>
            <a class="button" routerLink="/set-up">{{ t('page.set-up') }}</a>
          </div>
        }
      </section>
    }
  `,
  styles: `
    .check {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
    }
  `,
})
export class FirstStepsSwitch {
  protected readonly t = injectTexts();
  private readonly faults = inject(Faults);
  protected readonly firstSteps = inject(FirstSteps);
  protected readonly loaded = resource({ loader: () => this.firstSteps.refresh() });

  protected show(isShown: boolean): void {
    void this.faults.heed(this.firstSteps.change({ isHidden: !isShown }));
  }
}
