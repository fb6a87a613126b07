import { Component, computed, inject, resource, signal } from '@angular/core';
import type { CallerCapacities } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { SearchBox } from '../ui/field/search-box.js';
import { Glyph } from '../ui/state/glyph.js';
import { CallRulesClient } from './call-rules-client.js';

type Caller = CallerCapacities['callers'][number];

const pageSize = 50;
const mostCalls = 60;

/** How many calls a day each of the callers makes whom one leads. Without a number of their own: as everybody. */
@Component({
  selector: 'fc-capacity-card',
  imports: [Glyph, Load, Ready, SearchBox, Shape, Skeleton],
  templateUrl: './capacity-card.html',
  styleUrls: ['./number-table.css', './capacity-card.css'],
})
export class CapacityCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(CallRulesClient);
  private readonly problems = inject(ProblemTexts);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);

  protected readonly search = signal('');
  protected readonly first = kept(
    resource({
      params: () => ({ limit: pageSize, ...(this.search() ? { q: this.search() } : {}) }),
      loader: ({ params }) => this.client.callers(params),
    }),
  );
  /** What was read after the first page; of that page it holds as long as the page does. */
  private readonly later = signal<{ readonly of: CallerCapacities; readonly read: CallerCapacities } | null>(null);
  private readonly beyond = computed(() => {
    const later = this.later();
    return later?.of === this.first.value() ? later?.read : undefined;
  });
  protected readonly callers = computed(() => [
    ...(this.first.value()?.callers ?? []),
    ...(this.beyond()?.callers ?? []),
  ]);
  protected readonly hasMore = computed(() => (this.beyond() ?? this.first.value())?.isMore ?? false);
  protected readonly usual = computed(() => this.first.value()?.usual ?? 0);
  /** The caller whose number cannot be saved, and why. */
  protected readonly fault = signal<{ readonly id: string; readonly text: string } | null>(null);

  protected numberOf({ own }: Caller): string {
    return String(own?.callsPerDay ?? '');
  }

  protected async more(): Promise<void> {
    const [of, last] = [this.first.value(), this.callers().at(-1)];
    if (!of || !last) return;
    const q = this.search();
    const before = this.beyond()?.callers ?? [];
    const reading = this.client.callers({ limit: pageSize, after: last.staff.id, ...(q ? { q } : {}) });
    await this.faults.heed(
      reading.then((read) => this.later.set({ of, read: { ...read, callers: [...before, ...read.callers] } })),
    );
  }

  protected async enter(caller: Caller, typed: string): Promise<void> {
    const { id, name } = caller.staff;
    const text = typed.trim();
    if (text === this.numberOf(caller)) {
      if (this.fault()?.id === id) this.fault.set(null);
      return;
    }
    const isNumber = text === '' || (/^\d{1,2}$/.test(text) && Number(text) <= mostCalls);
    this.fault.set(isNumber ? null : { id, text: this.t('call-rules.capacity.fault', { most: mostCalls }) });
    if (!isNumber) return;
    const [before, after] = [caller.own?.callsPerDay ?? null, text === '' ? null : Number(text)];
    try {
      await this.client.setCapacity(id, { callsPerDay: after, was: before });
      this.toasts.show({
        text: after === null ? 'call-rules.capacity.usual' : 'call-rules.capacity.done',
        values: { name, calls: this.t('call-rules.capacity.calls', { count: after ?? 0 }) },
        undo: () =>
          this.faults
            .heed(this.client.setCapacity(id, { callsPerDay: before, was: after }))
            .then(() => this.first.reload()),
      });
    } catch (error) {
      const isStale = problemOf(error).code === 'changed-meanwhile';
      this.fault.set({ id, text: isStale ? this.t('call-rules.meanwhile') : this.problems.sentence(error) });
    }
    this.first.reload();
  }
}
