import { JsonPipe } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectMappingWords } from './mapping-words.js';
import { ChoiceRule } from './rules/choice-rule.js';
import { DurationRule } from './rules/duration-rule.js';
import { LookupRule } from './rules/lookup-rule.js';
import { MomentRule } from './rules/moment-rule.js';
import { ReasonRule } from './rules/reason-rule.js';
import { ScoreRule } from './rules/score-rule.js';
import { TextRule } from './rules/text-rule.js';
import { YesNoRule } from './rules/yes-no-rule.js';
import { isShown } from './shown.js';
import type { Target } from './targets.js';

/** How one field reads its column; what no fields show is shown as it is written. */
@Component({
  selector: 'fc-rule-editor',
  imports: [ChoiceRule, DurationRule, JsonPipe, LookupRule, MomentRule, ReasonRule, ScoreRule, TextRule, YesNoRule],
  templateUrl: './rule-editor.html',
})
export class RuleEditor {
  protected readonly t = injectTexts();
  private readonly words = injectMappingWords();
  readonly target = input.required<Target>();
  readonly source = input.required<unknown>();
  readonly column = input.required<ImportColumn>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly changed = output<unknown>();
  protected readonly kind = computed(() => (isShown(this.target().kind, this.source()) ? this.target().kind : null));
  protected readonly member = (member: string): string => this.words.member(this.target(), member);
}
