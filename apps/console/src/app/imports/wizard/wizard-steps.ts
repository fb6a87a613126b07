import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';

export const wizardSteps = ['file', 'form', 'columns', 'check', 'import'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** The way of a file into the program; one can go back and forth between the steps that need it only to be there. */
@Component({
  selector: 'fc-wizard-steps',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('imports.steps')">
      <ol>
        @for (one of steps(); track one.step) {
          <li>
            @if (one.isOpen) {
              <a
                [routerLink]="[]"
                [queryParams]="{ step: one.step }"
                [attr.aria-current]="one.step === now() ? 'step' : null"
              >
                <b>{{ one.number }}</b> {{ t('imports.step.' + one.step) }}
              </a>
            } @else {
              <span [class.faint]="one.step !== now()" [attr.aria-current]="one.step === now() ? 'step' : null">
                <b>{{ one.number }}</b> {{ t('imports.step.' + one.step) }}
              </span>
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      gap: 20px;
      margin-bottom: 14px;
      border-bottom: 1px solid var(--fc-line);
      overflow-x: auto;
    }
    li > * {
      display: block;
      padding: 6px 0 8px;
      color: var(--fc-text-2);
      white-space: nowrap;
    }
    li > .faint {
      color: var(--fc-text-3);
    }
    [aria-current] {
      border-bottom: 2px solid var(--fc-accent);
      color: var(--fc-text);
    }
    @media (max-width: 640px) {
      li > * {
        padding-block: 11px;
      }
    }
  `,
})
export class WizardSteps {
  protected readonly t = injectTexts();
  readonly now = input.required<WizardStep>();
  /** The last one that may be gone to. */
  readonly furthest = input.required<WizardStep>();
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // On a narrow screen the row of steps is longer than there is room for.
    afterRenderEffect(() => {
      this.now();
      host.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  protected readonly steps = computed(() =>
    wizardSteps.map((step, n) => ({
      ...{ step, number: n + 1 },
      isOpen: n > 0 && n < wizardSteps.length - 1 && n <= wizardSteps.indexOf(this.furthest()),
    })),
  );
}
