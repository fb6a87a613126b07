import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AppraisalRow, CycleOverview } from '@forecall/contracts';
import type { AppraisalStage } from '@forecall/domain';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { glyphOf, injectPeriodName } from '../appraisal-words.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { AppraisalsTabs } from '../appraisals-tabs.js';
import { CyclesClient } from '../cycles-client.js';
import { CyclesCard } from './cycles-card.js';
import { OpenCycleForm } from './open-cycle-form.js';

type As = 'appraiser' | 'subject' | 'leader';

interface Part {
  readonly id: 'write' | 'read' | 'decide' | 'sign' | 'written' | 'own';
  readonly rows: readonly AppraisalRow[];
}

const most = 100;

/** What of appraisals is mine to do, by when; then the cycles and how far each is. */
@Component({
  selector: 'fc-appraisals-page',
  imports: [AppraisalsTabs, CyclesCard, Empty, Load, OpenCycleForm, Ready, RouterLink, Shape, Skeleton, State],
  templateUrl: './appraisals-page.html',
  styleUrl: './appraisals-page.css',
})
export class AppraisalsPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectNameOf();
  protected readonly periodName = injectPeriodName();
  private readonly client = inject(AppraisalsClient);
  private readonly cycles = inject(CyclesClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly focusOn = injectFocusOn();
  private readonly session = inject(Session);
  protected readonly leads = this.session.hasRole('supervisor', 'head', 'executive');
  private readonly judges = this.session.hasRole('head', 'executive');
  /** An executive is in no team. */
  private readonly answers = this.session.hasRole('rep', 'supervisor', 'head');
  protected readonly mayOpen = this.session.hasRole('executive');
  protected readonly glyph = glyphOf;
  protected readonly isOpening = signal(false);

  protected readonly read = kept(
    resource({
      loader: async () => {
        const [write, written, own, decide, agreed, decided, asked] = await Promise.all([
          this.rows('appraiser', 'draft'),
          this.rows('appraiser'),
          this.rows('subject'),
          this.judged('disputed'),
          this.judged('agreed'),
          this.judged('decided'),
          this.answers ? this.cycles.asked() : Promise.resolve([]),
        ]);
        return { write, written, own, decide, sign: [...agreed, ...decided], asked };
      },
    }),
  );
  protected readonly parts = computed((): Part[] => {
    const all = this.read.value();
    if (!all) return [];
    const me = this.session.me()?.staffId;
    // Whoever wrote it does not judge it; where nobody else is left their duty leads there.
    const isOthers = ({ subject, appraiser }: AppraisalRow) => subject.id !== me && appraiser.id !== me;
    const isClosed = (row: AppraisalRow) => row.stage === 'signed' || row.stage === 'missing';
    const parts: Part[] = [
      { id: 'read', rows: all.own.filter(({ stage }) => stage === 'given') },
      { id: 'decide', rows: all.decide.filter(isOthers) },
      { id: 'write', rows: all.write },
      { id: 'sign', rows: all.sign.filter(isOthers) },
      { id: 'written', rows: all.written.filter((row) => row.stage !== 'draft' && !isClosed(row)) },
      { id: 'own', rows: all.own.filter(({ stage }) => stage !== 'given') },
    ];
    return parts.filter(({ rows }) => rows.length > 0);
  });
  protected readonly asked = computed(() => (this.read.value()?.asked ?? []).filter((one) => !one.isAnswered));
  protected readonly isEmpty = computed(() => this.parts().length + this.asked().length === 0);

  constructor() {
    const waiting = inject(Waiting);
    effect(() => {
      if (waiting.changes() > 0) untracked(() => this.read.reload());
    });
    useKeys('page.appraisals', [
      { press: 'n', name: 'appraisals.open.act', when: () => this.mayOpen, act: () => this.begin() },
    ]);
  }

  /** The form stands further down: the focus goes there. */
  protected begin(): void {
    this.isOpening.set(true);
    this.focusOn('fc-open-cycle-form select');
  }

  /** What is mine to do there, in a word. */
  protected actOf(part: Part['id']): string | null {
    return part === 'written' || part === 'own' ? null : this.t(`appraisals.do.${part}`);
  }

  /** To whom it is about what was never given to them was not written. */
  protected stateOf(part: Part['id'], { stage, wasGiven }: AppraisalRow): string {
    if (part === 'read') return this.t('appraisals.with-you');
    return part === 'own' && !wasGiven ? this.t('appraisals.mine.unwritten') : this.t(`appraisals.stage.${stage}`);
  }

  protected opened({ cycle }: CycleOverview): void {
    this.isOpening.set(false);
    this.toasts.show({ text: 'appraisals.open.was', values: { period: this.periodName(cycle) } });
    void this.router.navigate(['/appraisals/cycles', cycle.id]);
  }

  private judged(stage: AppraisalStage): Promise<AppraisalRow[]> {
    return this.judges ? this.rows('leader', stage) : Promise.resolve([]);
  }

  private async rows(as: As, stage?: AppraisalStage): Promise<AppraisalRow[]> {
    const { appraisals } = await this.client.page({ as, limit: most, ...(stage && { stage }) });
    return appraisals;
  }
}
