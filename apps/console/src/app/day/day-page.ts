import { Component, computed, DestroyRef, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { DutyEntry } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Live } from '../platform/live/live.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Waiting } from '../platform/live/waiting.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { describePage } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { Filter } from '../ui/choice/filter.js';
import { Segment } from '../ui/choice/segment.js';
import { Empty } from '../ui/feedback/empty.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { DayClient } from './day-client.js';
import { dayGroups } from './day-groups.js';
import { DutyPanel } from './duty-panel.js';
import { DutyRow } from './duty-row.js';
import { LateCallsRow } from './late-calls-row.js';
import { MakeDutyForm } from './make-duty-form.js';

/** What is to be done by when: overdue, today, later. */
@Component({
  selector: 'fc-day-page',
  imports: [DutyPanel, DutyRow, Empty, Filter, LateCallsRow, ListWithPanel, MakeDutyForm, Segment],
  templateUrl: './day-page.html',
  styleUrl: './day-page.css',
})
export class DayPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(DayClient);
  private readonly waiting = inject(Waiting);
  private readonly live = inject(Live);
  private readonly clock = inject(ServerClock);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The duty that is looked at; a part of the address. */
  readonly duty = input<string>();

  protected readonly of = signal<'me' | 'reach'>('me');
  protected readonly state = signal<'open' | 'ended'>('open');
  protected readonly isNew = signal(false);
  protected readonly leads = computed(() => {
    const roles = this.session.roles();
    return roles.has('supervisor') || roles.has('head') || roles.has('executive');
  });
  private readonly query = computed(() => ({ of: this.of(), state: this.state(), lateCalls: 'by-caller' as const }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.list(query).then(({ duties, lateCalls, next }) => ({ rows: duties, lateCalls, next })),
  );
  private readonly now = signal(this.clock.now().getTime());
  protected readonly groups = computed(() => {
    const of = { duties: this.pages.rows(), lateCalls: this.pages.first.value()?.lateCalls ?? [] };
    return this.state() === 'ended' ? [] : dayGroups(of, this.now(), this.format.zone());
  });

  constructor() {
    effect(() => {
      const isTold = this.waiting.changes() + this.live.returns() > 0;
      if (isTold) untracked(() => this.pages.reload());
    });
    const timer = setInterval(() => this.now.set(this.clock.now().getTime()), 15_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    describePage(() => ({ crumb: this.format.date(this.now()) }));
    useKeys('page.day', [
      { press: 'j', name: 'keys.next', act: () => this.step(1) },
      { press: 'k', name: 'keys.previous', act: () => this.step(-1) },
      { press: 'x', name: 'my-day.done', act: () => this.endFocused() },
      { press: 'n', name: 'my-day.new', act: () => this.begin() },
    ]);
  }

  protected readonly ofOptions = computed(() =>
    (['me', 'reach'] as const).map((value) => ({ value, label: this.t(`my-day.of.${value}`) })),
  );
  protected readonly stateOptions = computed(() =>
    (['open', 'ended'] as const).map((value) => ({ value, label: this.t(`my-day.state.${value}`) })),
  );

  protected begin(): void {
    void this.look(null);
    this.isNew.set(true);
  }

  protected look(id: string | null): Promise<boolean> {
    this.isNew.set(false);
    return this.router.navigate([], { queryParams: { duty: id }, replaceUrl: true });
  }

  protected changed(): void {
    this.pages.reload();
  }

  /** Done at once, and taken back at once: no question before. */
  protected async end({ id, revision, isByHand }: DutyEntry): Promise<void> {
    if (!isByHand) {
      await this.look(id);
      return;
    }
    await this.faults.heed(
      this.client.done(id, { revision, note: '' }).then((now) => {
        this.toasts.show({
          text: 'my-day.was-done',
          undo: () => this.faults.heed(this.client.takeUp(id, now.revision).then(() => this.changed())),
        });
      }),
    );
    if (this.duty() === id) await this.look(null);
    this.pages.reload();
  }

  private links(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('a.what')];
  }

  private focusedRow(): number {
    return this.links().findIndex((link) => link.closest('li')?.contains(document.activeElement));
  }

  private step(by: 1 | -1): void {
    const links = this.links();
    const at = this.focusedRow();
    (links[at === -1 ? 0 : at + by] ?? links[at])?.focus();
  }

  private endFocused(): void {
    const id = document.activeElement?.closest<HTMLElement>('fc-duty-row')?.dataset['duty'];
    const duty = this.pages.rows().find((one) => one.id === id);
    if (duty && this.state() === 'open') void this.end(duty);
  }
}
