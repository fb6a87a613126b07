import { Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallInPlan, PlanDay } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { hoursAlong, minuteIn, percentOf, type Stretch } from '../../ui/chart/hours-axis.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { Glyph } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { glyphOf, injectMarkWords, markNames, markOf } from './call-marks.js';
import { axisOf, type Block, blockBeside, type DayRow, dayRows, endOfRoom } from './day-lanes.js';
import { LoadFigures } from './load-figures.js';
import { injectLoadWords } from './load-words.js';
import { loadOf, overBy, takenPercent } from './loads.js';
import { PlanView } from './plan-view.js';

/** What stands left of the hours, and the least that a name needs, in pixels. */
const headWidth = 168;
const nameWidth = 150;

const steps: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Callers below each other, the hours across, and each call in its window. Arrow keys walk the calls. */
@Component({
  selector: 'fc-day-plan',
  imports: [Glyph, LoadFigures, RouterLink, State],
  templateUrl: './day-plan.html',
  styleUrl: './day-plan.css',
  host: { '(keydown)': 'walk($event)' },
})
export class DayPlan {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectLoadWords();
  protected readonly markWords = injectMarkWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(PlanView);
  private readonly clock = inject(ServerClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly width = injectWidth();
  readonly plan = input.required<PlanDay>();
  /** Enter on a call. */
  readonly opened = output<CallInPlan>();

  private readonly pixelsPerMinute = computed(() => {
    const { from, to } = axisOf(dayRows(this.plan(), 0));
    return Math.max(0.5, (this.width() - headWidth) / (to - from));
  });
  protected readonly blockMinutes = computed(() =>
    Math.max(this.plan().slotMinutes, nameWidth / this.pixelsPerMinute()),
  );
  protected readonly rows = computed(() => dayRows(this.plan(), this.blockMinutes()));
  /** So far that the last name has room too. */
  protected readonly axis = computed((): Stretch => {
    const { from, to } = axisOf(this.rows());
    const last = Math.max(0, ...this.rows().flatMap(({ blocks }) => blocks.map(({ start }) => start)));
    return { from, to: Math.max(to, last + this.blockMinutes()) };
  });
  protected readonly hours = computed(() => hoursAlong(axisOf(this.rows())));
  protected readonly hasTeams = computed(() => new Set(this.plan().callers.map(({ team }) => team?.id)).size > 1);
  protected readonly ordered = computed(() => [
    ...this.rows().flatMap(({ blocks }) => blocks.map(({ call }) => call.id)),
    ...this.plan().unplaced.map(({ id }) => id),
  ]);
  /** The one stop for Tab. */
  protected readonly stop = computed(() => {
    const id = this.view.callId();
    return id !== null && this.ordered().includes(id) ? id : this.ordered()[0];
  });
  protected readonly legend = markNames.map((name) => ({ name, state: glyphOf[name] }));
  protected readonly markOf = markOf;
  protected readonly glyphOf = glyphOf;
  protected readonly loadOf = loadOf;
  protected readonly overBy = overBy;
  protected readonly takenPercent = takenPercent;

  constructor() {
    // Whoever comes back from a move finds the call that it was about.
    effect(() => {
      const id = this.view.callId();
      this.ordered();
      if (id !== null && !this.view.holding() && document.activeElement === document.body)
        queueMicrotask(() => this.focus(id));
    });
  }

  protected readonly at = (minute: number): number => percentOf(minute, this.axis());

  protected hourText(minute: number): string {
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:00`;
  }

  protected nowAt(zone: string): number | null {
    const minute = minuteIn(this.plan().day, this.clock.now().toISOString(), zone);
    return minute > this.axis().from && minute < this.axis().to ? this.at(minute) : null;
  }

  protected left(start: number): number {
    return Math.max(0, this.at(start));
  }

  /** In per cent: of all blocks the same, whatever their names, up to what stands next in the lane. */
  protected widthOf(row: DayRow, block: Block): number {
    return this.at(this.endOf(row, block)) - this.at(block.start);
  }

  /** How much of its block the call itself takes, in per cent. */
  protected takenOf(row: DayRow, block: Block): number {
    return Math.min(100, (100 * this.plan().slotMinutes) / (this.endOf(row, block) - block.start));
  }

  private endOf(row: DayRow, block: Block): number {
    return Math.min(block.start + this.blockMinutes(), endOfRoom(row, block, this.axis().to));
  }

  /** All of it, for who does not see the picture. */
  protected saidOf(call: CallInPlan): string {
    const time = call.endedAt ?? call.slotAt;
    const at = time === null ? [] : [this.view.timeOf(call, time)];
    return [...at, this.nameOf(call.account), ...this.markWords(call)].join(this.t('call-plan.comma'));
  }

  protected isMarkedLate({ state, workingDaysLate }: CallInPlan): boolean {
    return state === 'planned' && workingDaysLate > 0;
  }

  /** A press of the mouse only looks at it; Enter opens its brief. */
  protected press(event: MouseEvent, call: CallInPlan): void {
    this.view.callId.set(call.id);
    if (event.detail === 0) this.opened.emit(call);
  }

  protected walk(event: KeyboardEvent): void {
    const step = steps[event.key];
    const [id, target] = [this.stop(), event.target];
    if (!step || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof Element) || !target.closest('[data-call]')) return;
    event.preventDefault();
    const next = this.beside(id, step);
    if (next !== undefined) this.focus(next);
  }

  /** What has no place stands below all rows, side by side. */
  private beside(id: string, step: 'left' | 'right' | 'up' | 'down'): string | undefined {
    const unplaced = this.plan().unplaced.map((call) => call.id);
    const place = unplaced.indexOf(id);
    if (place < 0) return blockBeside(this.rows(), id, step) ?? (step === 'down' ? unplaced[0] : undefined);
    if (step === 'left' || step === 'right') return unplaced[place + (step === 'left' ? -1 : 1)];
    const last = this.rows().findLast(({ blocks }) => blocks.length > 0);
    return step === 'up' ? last?.blocks[0]?.call.id : undefined;
  }

  focus(id: string): void {
    this.view.callId.set(id);
    const block = this.host.querySelector<HTMLElement>(`[data-call="${id}"]`);
    block?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
