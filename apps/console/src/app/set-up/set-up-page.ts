import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type SetUpPage as StepName, setUpPages } from '@forecall/contracts';
import { SettingsForm } from '../organisation/index.js';
import { Faults } from '../platform/notice/faults.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { FirstSteps } from '../first-steps/index.js';
import { OwnCompanyForm } from './own-company-form.js';
import { HoursStep } from './steps/hours-step.js';
import { ReasonsStep } from './steps/reasons-step.js';
import { StaffStep } from './steps/staff-step.js';
import { UnitsStep } from './steps/units-step.js';

/** Sets a company up, a page a matter: in any order, passed over, come back to. In the demo: how to leave it. */
@Component({
  selector: 'fc-set-up-page',
  imports: [
    ...[HoursStep, Icon, Load, OwnCompanyForm, Ready, ReasonsStep, RouterLink, SettingsForm, Shape, Skeleton],
    ...[StaffStep, UnitsStep],
  ],
  templateUrl: './set-up-page.html',
  styleUrl: './set-up-page.css',
})
export class SetUpPage {
  protected readonly t = injectTexts();
  private readonly firstSteps = inject(FirstSteps);
  private readonly router = inject(Router);
  private readonly faults = inject(Faults);
  /** From the address: a first step links to its page. */
  readonly page = input<string>();

  protected readonly loaded = resource({ loader: () => this.firstSteps.refresh() });
  protected readonly setUp = this.firstSteps.setUp;
  /** The first that is neither done nor passed over, as it was when the wizard was opened. */
  private readonly opened = computed(() => {
    const setUp = this.loaded.hasValue() ? this.loaded.value() : undefined;
    const open = setUp?.steps.find(({ isDone, isPassed }) => !isDone && !isPassed)?.step;
    return setUpPages.find((one) => one === open) ?? 'company';
  });
  protected readonly current = computed(() => setUpPages.find((one) => one === this.page()) ?? this.opened());
  protected readonly number = computed(() => setUpPages.indexOf(this.current()) + 1);
  protected readonly before = computed(() => setUpPages[this.number() - 2]);
  protected readonly after = computed(() => setUpPages[this.number()]);
  protected readonly isDone = computed(() => this.stepOf(this.current())?.isDone ?? false);
  protected readonly total = setUpPages.length;
  protected readonly rail = computed(() =>
    setUpPages.map((name, index) => {
      const step = this.stepOf(name);
      const state = step?.isDone ? 'done' : step?.isPassed ? 'passed' : 'open';
      return { name, number: index + 1, state, isCurrent: name === this.current() };
    }),
  );
  protected readonly draftOf = (page: StepName): string => this.setUp()?.drafts[page] ?? '';
  protected readonly isMoving = signal(false);

  protected readonly changed = () => void this.faults.heed(this.firstSteps.refresh());

  /** Goes on; what is not done is passed over. */
  protected async goOn(): Promise<void> {
    if (this.isMoving()) return;
    this.isMoving.set(true);
    const [from, to] = [this.current(), this.after()];
    await this.faults.heed(this.firstSteps.pass(from, !this.isDone()));
    this.isMoving.set(false);
    await this.router.navigate(to ? ['/set-up'] : ['/'], to ? { queryParams: { page: to } } : {});
  }

  private stepOf(name: StepName) {
    return this.setUp()?.steps.find(({ step }) => step === name);
  }
}
