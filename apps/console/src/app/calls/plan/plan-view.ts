import {
  ApplicationRef,
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { CallInPlan } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { formatTime } from '../../platform/format/moment.js';
import { Live } from '../../platform/live/live.js';
import { Waiting } from '../../platform/live/waiting.js';
import { kept } from '../../ui/feedback/kept.js';
import { CallMoves } from '../move/call-moves.js';
import { stepTarget, type Target } from './holding.js';
import { PlanClient } from './plan-client.js';
import { periodOf, type PlanViewName } from './plan-period.js';

const reloadMilliseconds = 60_000;

/** A call that was taken up to be moved. */
export interface Holding {
  readonly call: CallInPlan;
  readonly target: Target;
  /** The target is chosen; what is left to say is why. */
  readonly isDropping: boolean;
  /** There is no room for the week of the target: only the form. */
  readonly isNarrow: boolean;
}

/** What of the plan is looked at, and what is done with it, for all parts of the page: provided by it. */
@Injectable()
export class PlanView {
  private readonly client = inject(PlanClient);
  private readonly format = inject(Formats);
  private readonly application = inject(ApplicationRef);
  /** Set by the page, from the address. */
  readonly asked = signal<{ view: PlanViewName; on: string; teamId: string | undefined }>({
    view: 'week',
    on: this.format.today(),
    teamId: undefined,
  });
  readonly holding = signal<Holding | null>(null);
  /** The call that the keys are on, or come back to. */
  readonly callId = signal<string | null>(null);

  /** While a call is moved the week of its target is in sight. */
  readonly view = computed(() => (this.holding()?.isNarrow === false ? 'week' : this.asked().view));
  private readonly on = computed(() => this.holding()?.target.day ?? this.asked().on);

  readonly load = kept(
    resource({
      params: () =>
        this.view() === 'day' ? undefined : { ...periodOf(this.view(), this.on()), teamId: this.asked().teamId },
      loader: ({ params: { teamId, ...period } }) => this.client.load(period, teamId),
    }),
  );
  readonly day = kept(
    resource({
      params: () => (this.asked().view === 'day' ? this.asked() : undefined),
      loader: ({ params: { on, teamId } }) => this.client.day(on, teamId),
    }),
  );
  /** Where the call that is held would stand. */
  readonly place = resource({
    params: () => {
      const holding = this.holding();
      return holding ? { id: holding.call.id, ...holding.target } : undefined;
    },
    loader: ({ params: { id, day, staffId } }) => this.client.place(id, day, staffId),
  });

  readonly loaded = computed(() => (this.view() === 'day' ? this.day : this.load));
  readonly head = computed(() => (this.view() === 'day' ? this.day.value() : this.load.value()));
  readonly callers = computed(() => this.head()?.callers ?? this.day.value()?.callers ?? []);
  readonly today = computed(() => this.callers()[0]?.today ?? this.format.today());
  /** Every call that is in sight one by one. */
  readonly calls = computed(() => {
    const day = this.day.value();
    return day ? [...day.callers.flatMap(({ calls }) => calls), ...day.unplaced] : [];
  });
  /** The one that the keys are on; else the first. */
  readonly call = computed(() => this.calls().find(({ id }) => id === this.callId()) ?? this.calls()[0]);

  constructor() {
    const timer = setInterval(() => this.reload(), reloadMilliseconds);
    const page = new AbortController();
    addEventListener('focus', () => this.reload(), page);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      page.abort();
    });
    const [live, waiting] = [inject(Live), inject(Waiting)];
    // A call was moved or made, or the plan was made anew.
    effect(() => {
      if (live.returns() + waiting.changes() > 0) untracked(() => this.reload());
    });
    inject(CallMoves)
      .takenBack.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  zoneOf(staffId: string | undefined): string {
    return this.callers().find(({ staff }) => staff.id === staffId)?.zone ?? this.format.zone();
  }

  timeOf(call: CallInPlan, at: string): string {
    return formatTime(at, this.zoneOf(call.staff?.id));
  }

  hold(call: CallInPlan, isNarrow: boolean): void {
    if (call.state !== 'planned') return;
    const [today, first] = [this.today(), this.callers()[0]?.staff.id];
    const staffId = call.staff?.id ?? first;
    if (staffId === undefined) return;
    const day = call.onDay !== null && call.onDay > today ? call.onDay : today;
    this.callId.set(call.id);
    this.holding.set({ call, target: { staffId, day }, isDropping: isNarrow, isNarrow });
    // The next key may come before the next rendering, and is for the bar that moves it.
    this.application.tick();
  }

  step(key: string): void {
    const ids = this.callers().map(({ staff }) => staff.id);
    this.holding.update((held) => held && { ...held, target: stepTarget(held.target, key, ids, this.today()) });
  }

  aim(target: Target): void {
    if (target.day >= this.today()) this.holding.update((held) => held && { ...held, target });
  }

  drop(isDropping: boolean): void {
    this.holding.update((held) => held && { ...held, isDropping });
  }

  readonly reload = (): void => {
    this.load.reload();
    this.day.reload();
  };
}
