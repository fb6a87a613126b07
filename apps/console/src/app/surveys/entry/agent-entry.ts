import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  viewChildren,
} from '@angular/core';
import type { SurveyContent } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Segment } from '../../ui/choice/segment.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Glyph } from '../../ui/state/glyph.js';
import { SurveysClient } from '../surveys-client.js';
import { AskState } from './ask-state.js';
import { missingIn, scoresOf, toldOf } from './reply.js';
import { usualForm } from './usual-form.js';

/** What a customer answers on the telephone, entered while they say it: read out in their language, scores by digit. */
@Component({
  selector: 'fc-agent-entry',
  imports: [AskState, Choices, Empty, Glyph, KeyCaps, Load, Ready, Segment, Shape, Skeleton],
  templateUrl: './agent-entry.html',
  styleUrl: './agent-entry.css',
  host: { '(keydown)': 'keys($event)' },
})
export class AgentEntry {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly client = inject(SurveysClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly choices = viewChildren<Choices<string>>(Choices);
  readonly contactId = input.required<string>();
  readonly entered = output();
  readonly cancelled = output();

  protected readonly forms = kept(resource({ loader: () => this.client.published() }));
  protected readonly formId = linkedSignal(() => usualForm(this.forms.value() ?? []));
  protected readonly formName = computed(() => {
    const form = this.forms.value()?.find(({ id }) => id === this.formId());
    return form ? this.said(form.name) : '';
  });
  protected readonly version = kept(
    resource({
      params: () => {
        const form = this.forms.value()?.find(({ id }) => id === this.formId());
        return form?.published ? { id: form.id, versionId: form.published.id } : undefined;
      },
      loader: ({ params }) => this.client.version(params.id, params.versionId),
    }),
  );
  protected readonly content = computed((): SurveyContent | undefined => this.version.value()?.content);
  /** What the customer is spoken to in. */
  protected readonly side = signal<'en' | 'zh'>(inject(Locale).name() === 'zh' ? 'zh' : 'en');
  protected readonly sides = computed(() =>
    (['en', 'zh'] as const).map((value) => ({ value, label: this.t(`locale.${value}`) })),
  );
  protected readonly langOf = (side: 'en' | 'zh'): string => (side === 'zh' ? 'zh-CN' : 'en');
  protected readonly words = computed(() => {
    const side = this.side();
    return (text: { readonly en: string; readonly zh: string }) => text[side];
  });

  protected readonly typed = signal<Readonly<Record<string, string>>>({});
  private readonly isSent = signal(false);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));
  private readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  /** Of one entry: sent twice it counts once; another form is another entry. */
  private readonly key = linkedSignal({ source: this.formId, computation: () => `survey-${uuid()}` });

  constructor() {
    // At the first question, as soon as it is there.
    effect(() => {
      if (this.content()) setTimeout(() => this.choices()[0]?.focus());
    });
  }

  protected optionsOf(
    question: SurveyContent['questions'][number],
  ): { value: string; label: string; press?: string }[] {
    const words = this.words();
    if (question.kind === 'scale') return scoresOf(question, words);
    if (question.kind !== 'choice') return [];
    return question.options.map(({ id, text }, n) => ({ value: id, label: words(text), press: String(n + 1) }));
  }

  protected faultOf(id: string): string | undefined {
    const content = this.content();
    const refused = this.faults().get(id);
    if (refused !== undefined) return refused;
    const isMissing = this.isSent() && content && missingIn(content, toldOf(content, this.typed())).has(id);
    return isMissing ? this.t('problem.field.answer-missing') : undefined;
  }

  protected choose(formId: string): void {
    this.typed.set({});
    this.isSent.set(false);
    this.formId.set(formId);
    this.faults.set(new Map());
  }

  protected tell(id: string, text: string | null): void {
    this.typed.update((typed) => ({ ...typed, [id]: text ?? '' }));
    this.faults.update((faults) => new Map([...faults].filter(([other]) => other !== id)));
  }

  protected async send(): Promise<void> {
    const content = this.content();
    if (!content || this.isSending()) return;
    this.isSent.set(true);
    this.failure.set(null);
    const told = toldOf(content, this.typed());
    if (missingIn(content, told).size > 0) {
      setTimeout(() =>
        this.host.querySelector<HTMLElement>('fc-choices:has([role="alert"]) input, [aria-invalid]')?.focus(),
      );
      return;
    }
    this.isSending.set(true);
    try {
      await this.client.enter(this.contactId(), { formId: this.formId(), told }, this.key());
      this.toasts.show({ text: 'survey-entry.entered' });
      this.entered.emit();
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isSending.set(false);
    }
  }

  protected keys(event: KeyboardEvent): void {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSend && event.key !== 'Escape') return;
    // The page's own keys are of the next contact.
    event.preventDefault();
    event.stopPropagation();
    if (isSend) void this.send();
    else this.cancelled.emit();
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    const named = (problem.fields ?? []).filter(({ path }) => path.startsWith('told.'));
    this.faults.set(
      new Map(named.map(({ path }) => [path.slice('told.'.length), this.problems.ofField(problem, path) ?? ''])),
    );
    if (named.length === 0) this.failure.set(error);
    // What is sent now is another entry than the one that was refused.
    this.key.set(`survey-${uuid()}`);
  }
}
