import { Component, computed, inject, input, output } from '@angular/core';
import type { SurveyQuestion } from '@forecall/contracts';
import {
  type GapDimension,
  gapDimensions,
  type GapSide,
  gapSides,
  type InBoth,
  lowestOf,
  type SurveyFormKind,
  type SurveyMeasure,
  surveyMeasures,
} from '@forecall/domain';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Choices } from '../../ui/choice/choices.js';
import { InBothField } from '../../ui/field/in-both.js';
import { Icon } from '../../ui/icon/icon.js';
import { moved } from '../../ui/order/moved.js';
import { Glyph } from '../../ui/state/glyph.js';
import { asMeasure, type Choice, freeDimension, newOption, otherSide, type Scale } from './form-changes.js';
import { FormFile } from './form-file.js';

const mostOptions = 8;

/** All of one question: its words, its scale or options, and whether it has to be answered. */
@Component({
  selector: 'fc-question-form',
  imports: [Choices, Glyph, Icon, InBothField],
  templateUrl: './question-form.html',
  styleUrl: './question-form.css',
})
export class QuestionForm {
  protected readonly t = injectTexts();
  protected readonly file = inject(FormFile);
  private readonly focusOn = injectFocusOn();
  readonly question = input.required<SurveyQuestion>();
  readonly formKind = input.required<SurveyFormKind>();
  readonly questions = input.required<readonly SurveyQuestion[]>();
  /** Where it stands in the form, as faults name it. */
  readonly path = input.required<string>();
  readonly changed = output<SurveyQuestion>();
  readonly otherSideAsked = output<Scale>();

  protected readonly dimensions = gapDimensions;
  protected readonly allSteps = Array.from({ length: 10 }, (_, n) => n + 2);
  protected readonly mostOptions = mostOptions;
  protected readonly scale = computed(() => {
    const question = this.question();
    return question.kind === 'scale' ? question : null;
  });
  protected readonly choice = computed(() => {
    const question = this.question();
    return question.kind === 'choice' ? question : null;
  });
  protected readonly measures = computed(() =>
    surveyMeasures.map((value) => ({ value, label: this.t(`surveys.measure.${value}`) })),
  );
  protected readonly sides = computed(() =>
    (['none', ...gapSides] as const).map((value) => ({ value, label: this.t(`surveys.side.${value}`) })),
  );
  /** A form of one measure has that measure. */
  protected readonly isFree = computed(() => this.formKind() === 'several');
  protected readonly lacksOther = computed(() => {
    const gap = this.scale()?.gap;
    return (
      !!gap &&
      !this.questions().some(
        (one) => one.kind === 'scale' && one.gap?.dimension === gap.dimension && one.gap.side !== gap.side,
      )
    );
  });

  protected fault(field: string): string | undefined {
    return this.file.faultAt(`${this.path()}.${field}`);
  }

  protected sidesAt(field: string): ReturnType<FormFile['sidesAt']> {
    return this.file.sidesAt(`${this.path()}.${field}`);
  }

  protected tell(change: Partial<Pick<SurveyQuestion, 'text' | 'isRequired'>>): void {
    this.changed.emit({ ...this.question(), ...change });
  }

  protected range({ measure, steps }: Scale): string {
    return this.t('surveys.from-to', { from: lowestOf(measure), to: lowestOf(measure) + steps - 1 });
  }

  protected setScale(change: Partial<Pick<Scale, 'low' | 'high' | 'steps' | 'gap'>>): void {
    const scale = this.scale();
    if (scale) this.changed.emit({ ...scale, ...change });
  }

  protected setMeasure(measure: SurveyMeasure): void {
    const scale = this.scale();
    if (scale) this.changed.emit(asMeasure(scale, measure));
  }

  protected setSide(side: 'none' | GapSide): void {
    const dimension = this.scale()?.gap?.dimension ?? freeDimension(this.questions());
    this.setScale({ gap: side === 'none' ? null : { dimension, side } });
  }

  protected setDimension(value: string): void {
    const dimension = gapDimensions.find((one): one is GapDimension => one === value);
    const gap = this.scale()?.gap;
    if (dimension && gap) this.setScale({ gap: { ...gap, dimension } });
  }

  protected askOtherSide(): void {
    const scale = this.scale();
    if (scale && otherSide(scale)) this.otherSideAsked.emit(scale);
  }

  protected optionText(at: number, text: InBoth): void {
    const option = this.choice()?.options[at];
    if (option) this.setOptions(this.options().with(at, { ...option, text }));
  }

  protected addOption(): void {
    const option = newOption();
    this.setOptions([...this.options(), option]);
    this.focusOn(`[data-option="${option.id}"] input`);
  }

  protected removeOption(at: number): void {
    this.setOptions(this.options().toSpliced(at, 1));
    this.focusOn('.add-option');
  }

  protected moveOption(at: number, by: -1 | 1): void {
    this.setOptions(moved(this.options(), at, by));
  }

  private options(): Choice['options'] {
    return this.choice()?.options ?? [];
  }

  private setOptions(options: Choice['options']): void {
    const choice = this.choice();
    if (choice) this.changed.emit({ ...choice, options });
  }
}
