import { ApplicationRef, Component, computed, inject, input, output, signal } from '@angular/core';
import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import { mostSurveyQuestions, type SurveyFormKind } from '@forecall/domain';
import { injectRemovals } from '../../drafts/index.js';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { InBothField } from '../../ui/field/in-both.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { moved } from '../../ui/order/moved.js';
import { Glyph } from '../../ui/state/glyph.js';
import { newQuestion, otherSide, type Scale } from './form-changes.js';
import { FormFile } from './form-file.js';
import { QuestionForm } from './question-form.js';

const allKinds = ['scale', 'choice', 'text'] as const;

/** The questions of a form. One is open at a time; Alt and an arrow move the one that has the focus. */
@Component({
  selector: 'fc-form-editor',
  imports: [Glyph, Icon, InBothField, KeyCaps, QuestionForm],
  templateUrl: './form-editor.html',
  styleUrl: './form-editor.css',
})
export class FormEditor {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly file = inject(FormFile);
  private readonly application = inject(ApplicationRef);
  private readonly focusOn = injectFocusOn();
  private readonly removed = injectRemovals();
  readonly formKind = input.required<SurveyFormKind>();
  readonly content = input.required<SurveyContent>();
  readonly changed = output<SurveyContent>();
  protected readonly open = signal<string | null>(null);
  /** A second scale in a form of one measure would be refused at once. */
  protected readonly kinds = computed(() => {
    const { questions } = this.content();
    const hasScale = questions.some((one) => one.kind === 'scale');
    return allKinds.filter((kind) => kind !== 'scale' || this.formKind() === 'several' || !hasScale);
  });
  protected readonly most = mostSurveyQuestions;

  protected hasFault(at: number): boolean {
    return [...this.file.shownFaults().keys()].some((path) => path.startsWith(`questions.${at}.`));
  }

  protected tell(change: Partial<SurveyContent>): void {
    this.changed.emit({ ...this.content(), ...change });
    // The next change may come before the next rendering, and goes by what stands here then.
    this.application.tick();
  }

  protected change(at: number, question: SurveyQuestion): void {
    this.tell({ questions: this.content().questions.with(at, question) });
  }

  /** Of the first kind that there may be, where none is named. */
  add(kind: SurveyQuestion['kind'] = this.kinds()[0] ?? 'text'): void {
    const { questions } = this.content();
    if (questions.length >= this.most) return;
    this.insert(questions.length, newQuestion(kind, { formKind: this.formKind(), questions }));
  }

  protected addOtherSide(at: number, question: Scale): void {
    const other = otherSide(question);
    if (other && this.content().questions.length < this.most) this.insert(at + 1, other);
  }

  protected remove(at: number): void {
    const question = this.content().questions[at];
    if (!question) return;
    this.tell({ questions: this.content().questions.toSpliced(at, 1) });
    this.removed(this.said(question.text), () => this.putBack(at, question));
    this.focusOn('.add');
  }

  private putBack(at: number, question: SurveyQuestion): void {
    const { questions } = this.content();
    if (questions.length >= this.most) return;
    this.tell({ questions: questions.toSpliced(at, 0, question) });
    this.focusOn(`[data-question="${question.id}"] .opener`);
  }

  protected move(at: number, by: -1 | 1): void {
    const id = this.content().questions[at]?.id ?? '';
    this.tell({ questions: moved(this.content().questions, at, by) });
    this.focusOn(`[data-question="${id}"] .opener`);
  }

  protected keys(event: KeyboardEvent, at: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.move(at, event.key === 'ArrowUp' ? -1 : 1);
  }

  /** Leads to the first place that is at fault, which may lie in a question that is closed. */
  leadToFault(): void {
    const [path] = [...this.file.shownFaults().keys()];
    const at = path === undefined ? null : /^questions\.(\d+)\./.exec(path);
    const question = at ? this.content().questions[Number(at[1])] : undefined;
    if (question) this.open.set(question.id);
    this.focusOn('[aria-invalid="true"], .fault');
  }

  private insert(at: number, question: SurveyQuestion): void {
    this.tell({ questions: this.content().questions.toSpliced(at, 0, question) });
    this.open.set(question.id);
    this.focusOn(`[data-question="${question.id}"] fc-question-form :is(input, textarea)`);
  }
}
