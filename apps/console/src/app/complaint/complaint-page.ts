import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  resource,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { ComplaintChanged } from '@forecall/contracts';
import { type ComplaintStep, nextStep } from '@forecall/domain';
import { filter } from 'rxjs';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Live } from '../platform/live/live.js';
import { describePage } from '../platform/page/page-head.js';
import { Stages } from '../ui/course/stages.js';
import { Banner } from '../ui/feedback/banner.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { Glyph } from '../ui/state/glyph.js';
import { ComplaintClient } from './complaint-client.js';
import { ComplaintFacts } from './complaint-facts.js';
import { ComplaintTimeLineCard } from './complaint-time-line.js';
import { RepeatsCard } from './repeats/repeats-card.js';
import { stageRow, type StepTaken } from './stage-row.js';
import { type Task, TaskCard } from './task-card.js';
import { Attachments } from '../attachments/index.js';
import { ComplainantCard } from '../complainant/index.js';
import { AnswersList } from '../surveys/index.js';
import { ComplaintClocks } from './complaint-clocks.js';

/** One complaint: what happened, what is next and whose it is. */
@Component({
  selector: 'fc-complaint-page',
  imports: [
    AnswersList,
    Attachments,
    Banner,
    ComplainantCard,
    ComplaintClocks,
    ComplaintFacts,
    ComplaintTimeLineCard,
    Glyph,
    Icon,
    KeyCaps,
    Load,
    Ready,
    RepeatsCard,
    RouterLink,
    Shape,
    Skeleton,
    Stages,
    TaskCard,
  ],
  templateUrl: './complaint-page.html',
  styleUrl: './complaint-page.css',
})
export class ComplaintPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(ComplaintClient);
  private readonly tasks = viewChild(TaskCard);
  /** From the address: its id, or the number that people say. */
  readonly id = input.required<string>();

  protected readonly complaint = kept(resource({ params: this.id, loader: ({ params }) => this.client.find(params) }));
  private readonly shownId = computed(() => this.complaint.value()?.id);
  protected readonly line = kept(
    resource({ params: () => this.shownId(), loader: ({ params }) => this.client.timeLine(params) }),
  );
  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => null });

  /** By the key, for as long as it takes to know what is next. */
  private readonly isNextAsked = signal(false);

  protected readonly heading = computed(() => {
    const { summary, reason, number } = this.complaint.value() ?? {};
    const name = reason && (this.locale() === 'zh' ? reason.nameZh : reason.nameEn);
    return name ?? (summary ? summary.slice(0, 80) : (number ?? ''));
  });
  protected readonly stages = computed(() => {
    const complaint = this.complaint.value();
    if (!complaint) return [];
    return stageRow(complaint, {
      name: (stage) => this.t(`complaint-page.step.${stage}`),
      done: (step) => this.doneNote(step),
      skipped: this.t('complaint-page.skipped'),
      next: complaint.owner
        ? this.t('complaint-page.awaited', { name: complaint.owner.name })
        : this.t('complaint-page.queue'),
    });
  });
  protected readonly next = computed((): ComplaintStep | undefined => {
    const { steps = [], possibleSteps = [] } = this.complaint.value() ?? {};
    const course = steps.map(({ step, at, isSkipped }) => ({ step, at: Date.parse(at), isSkipped }));
    const next = nextStep(course, Number.MAX_SAFE_INTEGER);
    return next && possibleSteps.includes(next) ? next : undefined;
  });

  constructor() {
    describePage(() => ({
      title: this.complaint.value()?.number,
      parent: { title: this.t('page.complaints'), link: '/complaints' },
    }));
    const mayWork = () => (this.complaint.value()?.possibleSteps.length ?? 0) > 0;
    useKeys('keys.complaint', [
      { press: 'Enter', name: 'keys.next-step', act: () => this.isNextAsked.set(true), when: () => this.isFree() },
      { press: 'n', name: 'keys.note', act: () => this.begin('note'), when: mayWork },
      { press: 'h', name: 'keys.hand-over', act: () => this.begin('hand-over'), when: () => this.mayHandOver() },
    ]);
    // While a step just taken is on its way, or one of somebody else, the next is not known.
    effect(() => {
      if (!this.isNextAsked() || ['loading', 'reloading'].includes(this.complaint.status())) return;
      untracked(() => this.begin(this.next() ?? null));
    });
    const live = inject(Live);
    effect((onCleanup) => {
      const id = this.shownId();
      if (id !== undefined) onCleanup(live.keepAsking('complaint.watch', { id }));
    });
    live
      .on<ComplaintChanged>('complaint.changed')
      .pipe(
        takeUntilDestroyed(),
        filter(({ id }) => id === this.shownId()),
      )
      .subscribe(this.reload);
    effect(() => {
      if (live.returns() > 0) untracked(this.reload);
    });
  }

  protected begin(task: Task): void {
    this.isNextAsked.set(false);
    this.task.set(task);
    this.tasks()?.focus();
  }

  protected mayHandOver(): boolean {
    const { mayDirect = false, pendingHandover = null } = this.complaint.value() ?? {};
    return mayDirect && pendingHandover === null;
  }

  protected readonly reload = (): void => {
    this.complaint.reload();
    this.line.reload();
  };

  /** Enter on a button or a link is that one's. */
  private isFree(): boolean {
    const focused = document.activeElement;
    return this.next() !== undefined && !focused?.closest('button, a, summary, [tabindex="0"], form');
  }

  private doneNote(step: StepTaken): string {
    const { severity, closing } = step.told;
    if (step.step === 'received') return this.format.dayTime(step.at);
    if (severity) return this.t(`complaint-page.severity.${severity}`);
    if (closing) return this.t(`complaint-page.closing.${closing}`);
    return this.format.dayTime(step.at);
  }
}
