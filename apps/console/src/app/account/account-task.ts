import { Component, DestroyRef, inject, input } from '@angular/core';
import { AccountFile, type Task } from './account-file.js';
import { CadenceForm } from './cadence/cadence-form.js';
import { CareForm } from './care/care-form.js';
import { ClassForm } from './care/class-form.js';
import { EndCareForm } from './care/end-care-form.js';
import { TermsForm } from './care/terms-form.js';
import { NewPersonForm } from './people/new-person-form.js';
import { PersonPanel } from './people/person-panel.js';
import { TrainingForm } from './training/training-form.js';
import { VoidTrainingForm } from './training/void-training-form.js';

/** The panel of what is filled in or looked at beside the page. */
@Component({
  selector: 'fc-account-task',
  imports: [
    CadenceForm,
    CareForm,
    ClassForm,
    EndCareForm,
    NewPersonForm,
    PersonPanel,
    TermsForm,
    TrainingForm,
    VoidTrainingForm,
  ],
  template: `
    @let doing = task();
    @switch (doing.of) {
      @case ('class') {
        <fc-class-form />
      }
      @case ('care') {
        <fc-care-form />
      }
      @case ('end-care') {
        <fc-end-care-form [careId]="doing.careId" [name]="doing.name" />
      }
      @case ('cadence') {
        <fc-cadence-form [cadence]="doing.cadence" />
      }
      @case ('training') {
        <fc-training-form [training]="doing.training" />
      }
      @case ('void-training') {
        <fc-void-training-form [training]="doing.training" />
      }
      @case ('terms') {
        <fc-terms-form />
      }
      @case ('new-person') {
        <fc-new-person-form />
      }
      @case ('person') {
        <fc-person-panel [personId]="doing.personId" />
      }
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class AccountTask {
  protected readonly file = inject(AccountFile);
  readonly task = input.required<NonNullable<Task>>();

  constructor() {
    const opener = document.activeElement;
    // One panel may have followed another: the focus goes back to where the first was opened from.
    inject(DestroyRef).onDestroy(() =>
      queueMicrotask(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      }),
    );
  }
}
