import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { describePage } from '../platform/page/page-head.js';
import { mediaMatches } from '../platform/media/media-matches.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { Empty } from '../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { HealthSignals } from '../health/index.js';
import { AimCard } from './brief/aim-card.js';
import { BriefHead } from './brief/brief-head.js';
import { CallFile } from './brief/call-file.js';
import { CallMade } from './brief/call-made.js';
import { Conversation } from './brief/conversation.js';
import { KnowFirst } from './brief/know-first.js';
import { CallDay } from './call-day.js';
import { groupOf, nextAfter } from './list/call-groups.js';
import { CallList } from './list/call-list.js';
import { ListOrPlan } from './list/list-or-plan.js';
import { WhoseCalls } from './list/whose-calls.js';
import { CallMoves } from './move/call-moves.js';
import { MoveForm } from './move/move-form.js';
import { CallOutbox } from './wrap/call-outbox.js';
import { UnsentCalls } from './wrap/unsent-calls.js';
import { WrapFile } from './wrap/wrap-file.js';
import { WrapUp } from './wrap/wrap-up.js';

/** Whom now, before which window closes, with what aim? Then: what came of it? */
@Component({
  selector: 'fc-calls-page',
  imports: [
    AimCard,
    BriefHead,
    CallList,
    CallMade,
    Conversation,
    Empty,
    HealthSignals,
    Icon,
    KeyCaps,
    KnowFirst,
    ListOrPlan,
    Load,
    MoveForm,
    Ready,
    RouterLink,
    Shape,
    Skeleton,
    UnsentCalls,
    WhoseCalls,
    WrapUp,
  ],
  providers: [CallDay, CallFile, WrapFile],
  templateUrl: './calls-page.html',
  styleUrl: './calls-page.css',
})
export class CallsPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly day = inject(CallDay);
  protected readonly file = inject(CallFile);
  protected readonly wrap = inject(WrapFile);
  private readonly list = viewChild(CallList);
  private readonly wrapUp = viewChild(WrapUp);
  private readonly dial = viewChild<ElementRef<HTMLElement>>('dial');

  /** From the address: whose calls, and which is looked at. */
  readonly staff = input<string>();
  readonly call = input<string>();
  /** A call of another day that one came to look at. */
  readonly also = input<string>();
  private readonly chosen = linkedSignal(() => this.call());
  protected readonly isMoving = signal(false);
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  /** A narrow screen shows the list or the brief. */
  protected readonly isListShown = signal(false);

  /** The one that was chosen; else, and when that is gone, the first to be called. */
  protected readonly shown = computed(() => {
    const calls = this.day.inOrder();
    return calls.find(({ id }) => id === this.chosen()) ?? calls[0];
  });
  protected readonly place = computed(() => this.day.inOrder().findIndex(({ id }) => id === this.shown()?.id) + 1);
  protected readonly group = computed(() => {
    const call = this.shown();
    if (!call || this.day.saved().has(call.id)) return 'done';
    return groupOf(call, this.day.moment());
  });
  protected readonly isOpen = computed(() => this.group() !== 'done');
  protected readonly mayCall = computed(() => this.isOpen() && this.day.isOwn());
  /** A problem or a promise takes so much room that brief and wrap-up are one long paper. */
  protected readonly isLong = computed(() => {
    const { hasProblem, promise } = this.wrap.entry();
    return this.mayCall() && (hasProblem || promise !== null);
  });
  protected readonly phone = computed(() => this.shown()?.person?.phones[0]);
  /** Who leads others and has no call of their own comes for theirs: the plan has all of them. */
  private readonly hasOnlyOthersCalls = computed(
    () =>
      this.session.hasRole('supervisor', 'head', 'executive') &&
      this.staff() === undefined &&
      this.call() === undefined &&
      this.day.day() !== null &&
      this.day.calls().length === 0,
  );
  /** Made anew for each call, so that nothing of one stays at another. */
  protected readonly shownAlone = computed(() => {
    const call = this.shown();
    return call ? [call] : [];
  });

  constructor() {
    describePage(() => ({ crumb: this.t('calls.crumb', { date: this.day.date(this.day.nowMs()) }) }));
    effect(() => this.day.staffId.set(this.staff()));
    effect(() => this.day.alsoId.set(this.also()));
    effect(() => {
      if (this.hasOnlyOthersCalls()) untracked(() => void this.router.navigate(['/calls/plan'], { replaceUrl: true }));
    });
    effect(() => {
      const call = this.shown();
      untracked(() => {
        this.file.accountId.set(call?.account.id);
        this.wrap.open(call && this.mayCall() ? call : null);
      });
    });
    inject(CallOutbox)
      .undone.pipe(takeUntilDestroyed())
      .subscribe((callId) => void this.comeBack(callId));
    inject(CallMoves)
      .takenBack.pipe(takeUntilDestroyed())
      .subscribe(() => this.day.reload());
    const isFree = () => !document.activeElement?.closest('button, a, summary, input, [role="listbox"]');
    useKeys('keys.calls', [
      { press: 'Enter', name: 'calls.start', act: () => this.begin(), when: () => this.mayCall() && isFree() },
      { press: 'n', name: 'calls.not-reached', act: () => void this.notReached(), when: () => this.mayCall() },
      { press: 'm', name: 'calls.move.heading', act: () => this.isMoving.set(true), when: () => this.isOpen() },
      { press: 'j', name: 'keys.next', act: () => this.step(1) },
      { press: 'k', name: 'keys.previous', act: () => this.step(-1) },
      { press: '$mod+Enter', name: 'keys.save-next', act: () => void this.save(), when: () => this.mayCall() },
      {
        press: '$mod+z',
        name: 'keys.undo',
        act: () => this.toasts.undo(),
        when: () => this.toasts.canUndo(),
        outsideText: () => this.wrap.isOpen(),
      },
    ]);
  }

  protected choose(id: string): void {
    this.isMoving.set(false);
    this.isListShown.set(false);
    this.chosen.set(id);
    void this.router.navigate([], { queryParams: { call: id }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected step(by: 1 | -1): void {
    const calls = this.day.inOrder();
    const next = calls[calls.findIndex(({ id }) => id === this.shown()?.id) + by];
    if (!next) return;
    this.choose(next.id);
    this.list()?.follow(next.id);
  }

  /** The telephone is dialled as by a press on the link, and the clock runs. */
  protected begin(): void {
    this.dial()?.nativeElement.click();
  }

  protected started(): void {
    this.wrap.start();
    this.wrapUp()?.focusNote();
  }

  protected async save(): Promise<void> {
    const id = this.shown()?.id;
    if (id === undefined) return;
    if (await this.wrap.save()) this.goOn(id);
    else this.wrapUp()?.pointOut();
  }

  protected async notReached(): Promise<void> {
    const id = this.shown()?.id;
    if (id !== undefined && (await this.wrap.notReached())) this.goOn(id);
  }

  protected async moved(): Promise<void> {
    this.isMoving.set(false);
    this.day.reload();
  }

  protected async comeBack(callId: string): Promise<void> {
    this.choose(callId);
    await this.wrap.read(callId);
    this.day.reload();
  }

  private goOn(id: string): void {
    const next = nextAfter(this.day.groups(), id);
    if (next) this.choose(next.id);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (next) this.list()?.follow(next.id);
  }
}
