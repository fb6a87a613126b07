import { Component, inject, input, signal } from '@angular/core';
import { type GoalSet, goalOutcomes } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { State } from '../../ui/state/state.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { AppraisalFile } from './appraisal-file.js';

type Outcome = GoalSet['looks'][number]['outcome'];

/** Goals, with what came of each: whoever set them looks at them with the member. */
@Component({
  selector: 'fc-goals-card',
  imports: [Field, PlainInput, State],
  templateUrl: './goals-card.html',
  styles: `
    li {
      display: grid;
      gap: 4px;
      padding: 10px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    .look {
      display: grid;
      gap: 8px;
      margin-top: 4px;
    }
    .error {
      color: var(--fc-alarm-text);
    }
  `,
})
export class GoalsCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly file = inject(AppraisalFile);
  private readonly client = inject(AppraisalsClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly heading = input.required<string>();
  readonly goals = input.required<readonly GoalSet[]>();
  protected readonly outcomes = goalOutcomes;
  protected readonly isSending = signal(false);
  /** Which one is being looked at. */
  protected readonly open = signal<string | null>(null);

  protected isLate({ dueOn, looks }: GoalSet): boolean {
    return looks.length === 0 && dueOn < this.format.today();
  }

  /** Once for a press, however often it is pressed: what is said here stays. */
  protected async look(goal: GoalSet, outcome: string, note: string): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    await this.faults.heed(this.sendLook(goal, { outcome: outcome as Outcome, note }));
    this.isSending.set(false);
  }

  private async sendLook(goal: GoalSet, told: { outcome: Outcome; note: string }): Promise<void> {
    this.file.tookGoal(await this.client.look(goal.id, told));
    this.open.set(null);
    this.toasts.show({ text: 'appraisals.goal-looked-at' });
  }
}
