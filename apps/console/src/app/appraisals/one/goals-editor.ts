import { Component, inject, input, output } from '@angular/core';
import type { AppraisalText } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { Icon } from '../../ui/icon/icon.js';
import { AppraisalFile } from './appraisal-file.js';

type Goal = AppraisalText['goals'][number];

const most = 12;
const usualDays = 60;

/** What is to be reached by when: looked at with the member on its day. */
@Component({
  selector: 'fc-goals-editor',
  imports: [DayInput, Field, Icon, PlainInput],
  template: `
    @for (goal of goals(); track goal.id; let n = $index) {
      <div class="goal" [attr.data-goal]="goal.id">
        <fc-field [label]="t('appraisals.goal-n', { n: n + 1 })" [error]="file.faultAt('goals.' + n + '.text')">
          <input
            #box
            fcPlainInput
            type="text"
            maxlength="500"
            autocomplete="off"
            [value]="goal.text"
            (input)="tell(n, { text: box.value })"
          />
        </fc-field>
        <fc-field [label]="t('appraisals.goal-due', { n: n + 1 })" [error]="file.faultAt('goals.' + n + '.dueOn')">
          <fc-day [value]="goal.dueOn" (valueChange)="due(n, $event)" />
        </fc-field>
        <button
          type="button"
          class="button icon"
          [attr.aria-label]="t('appraisals.remove-goal', { n: n + 1 })"
          (click)="changed.emit(goals().toSpliced(n, 1))"
        >
          <fc-icon name="trash" />
        </button>
      </div>
    }
    @if (goals().length < most) {
      <button type="button" class="button small" (click)="add()">
        <fc-icon name="plus" />{{ t('appraisals.add-goal') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    .goal {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 170px auto;
      gap: 10px;
      align-items: end;
      width: 100%;
    }
    @media (max-width: 640px) {
      .goal {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .goal > :first-child {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class GoalsEditor {
  protected readonly t = injectTexts();
  protected readonly file = inject(AppraisalFile);
  private readonly format = inject(Formats);
  private readonly focusOn = injectFocusOn();
  readonly goals = input.required<readonly Goal[]>();
  readonly changed = output<Goal[]>();
  protected readonly most = most;

  protected tell(at: number, change: Partial<Goal>): void {
    this.changed.emit(this.goals().map((goal, n) => (n === at ? { ...goal, ...change } : goal)));
  }

  /** What is no day yet changes none. */
  protected due(at: number, dueOn: string | null): void {
    if (dueOn !== null && dueOn !== this.goals()[at]?.dueOn) this.tell(at, { dueOn });
  }

  protected add(): void {
    const id = uuid();
    this.changed.emit([...this.goals(), { id, text: '', dueOn: addDays(this.format.today(), usualDays) }]);
    this.focusOn(`[data-goal="${id}"] input`);
  }
}
