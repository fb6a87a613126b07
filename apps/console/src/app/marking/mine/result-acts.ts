import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import type { ExamResult } from '@forecall/contracts';
import { type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { ExamsClient } from '../exams-client.js';
import { standsSince } from './exam-state.js';
import { GiveUpForm } from './give-up-form.js';

const acts = ['accept', 'dispute', 'nameSecond', 'nameFirst', 'decide', 'decideDispute', 'miss'] as const;
type Act = (typeof acts)[number];
type Decision = 'stands' | 'passed' | 'failed' | 'again';

interface Told {
  readonly why: string;
  readonly staff: PickedStaff | null;
  readonly decision: Decision | '';
}

/** What whoever looks at a result does next: sign or dispute it, name who marks it, decide. */
@Component({
  selector: 'fc-result-acts',
  imports: [Field, FormField, GiveUpForm, Input, PanelForm, StaffPicker],
  templateUrl: './result-acts.html',
})
export class ResultActs {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ExamsClient);
  readonly result = input.required<ExamResult>();
  /** With what is said of it, where that was not said yet. */
  readonly done = output<{ result: ExamResult; toast?: string }>();

  protected readonly possible = computed(() => acts.filter((act) => this.result().may[act]));
  /** For whoever was examined: their time for it is over. */
  protected readonly stoodSince = computed(() => {
    const { exam, may } = this.result();
    return may.accept ? standsSince(exam, this.format.today()) : null;
  });
  protected readonly act = signal<Act | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly decisions = computed((): readonly Decision[] =>
    this.act() === 'decide' ? ['passed', 'failed'] : ['stands', 'passed', 'failed', 'again'],
  );
  private readonly entry = signal<Told>({ why: '', staff: null, decision: '' });
  protected readonly form = form(this.entry, (path) => {
    const needsWhy = () => this.act() === 'dispute' || this.act() === 'decide' || this.act() === 'decideDispute';
    required(path.why, { when: needsWhy });
    minLength(path.why, 3);
    maxLength(path.why, 500);
    validate(path.staff, ({ value }) =>
      (this.act() === 'nameSecond' || this.act() === 'nameFirst') && value() === null
        ? { kind: 'required' }
        : undefined,
    );
    required(path.decision, { when: () => this.act() === 'decide' || this.act() === 'decideDispute' });
  });

  protected readonly send = sendsForm(this.form, this.failure, async (told) => {
    try {
      const act = this.act();
      if (!act || act === 'miss') return;
      const result = await this.tell(act, told);
      this.entry.set({ why: '', staff: null, decision: '' });
      this.act.set(null);
      this.done.emit({ result, toast: `marking.did.${act}` });
    } catch (error) {
      throw problemOfForm(error, { staffId: 'staff', outcome: 'decision' });
    }
  });

  /** What comes next, not what is done where something went wrong. */
  protected isUsual(act: Act): boolean {
    return act !== 'miss' && act !== 'nameFirst' && (act !== 'nameSecond' || this.result().exam.second === null);
  }

  /** How an act is called. */
  protected wordOf(act: Act): string {
    const isAnother = act === 'nameSecond' && this.result().exam.second !== null;
    return this.t(`marking.do.${isAnother ? 'nameAnotherSecond' : act}`);
  }

  protected givenUp(result: ExamResult): void {
    this.act.set(null);
    this.done.emit({ result });
  }

  private tell(act: Exclude<Act, 'miss'>, { why, staff, decision }: Told): Promise<ExamResult> {
    const { id, revision } = this.result().exam;
    switch (act) {
      case 'accept':
        return this.client.accept(id, revision);
      case 'dispute':
        return this.client.dispute(id, { revision, why });
      case 'nameFirst':
        return this.client.nameFirst(id, { revision, staffId: staff?.id ?? '' });
      case 'nameSecond':
        return this.client.nameSecond(id, { revision, staffId: staff?.id ?? '' });
      case 'decide':
        return this.client.decide(id, { revision, outcome: decision === 'passed' ? 'passed' : 'failed', why });
      case 'decideDispute':
        return this.client.decideDispute(id, { revision, decision: decision || 'stands', why });
    }
  }
}
