import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ReasonEntry } from '@forecall/contracts';
import { Undoable } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Filter } from '../ui/choice/filter.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { SearchBox } from '../ui/field/search-box.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { ReasonForm } from './reason-form.js';
import { ReasonPanel } from './reason-panel.js';
import { ReasonTree } from './reason-tree.js';
import { ReasonsClient } from './reasons-client.js';
import { placeAfter, rowsInSight, type Direction } from './tree-order.js';

/** What contacts are about: the tree everybody chooses from, ordered, moved and answered for by keyboard as by pointer. */
@Component({
  selector: 'fc-reasons-page',
  imports: [Empty, Filter, KeyCaps, Load, Ready, ReasonForm, ReasonPanel, ReasonTree, SearchBox, Shape, Skeleton],
  templateUrl: './reasons-page.html',
})
export class ReasonsPage {
  protected readonly t = injectTexts();
  private readonly client = inject(ReasonsClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  private readonly faults = inject(Faults);
  private readonly router = inject(Router);
  private readonly locale = inject(Locale).name;
  /** The reason that is open beside the tree; from the address. */
  readonly reason = input<string>();

  protected readonly search = signal('');
  protected readonly shown = signal<'no' | 'yes'>('no');
  protected readonly isNew = signal(false);
  protected readonly current = signal<string | null>(null);
  protected readonly collapsed = signal<ReadonlySet<string>>(new Set());

  protected readonly tree = kept(resource({ params: this.shown, loader: ({ params }) => this.client.tree(params) }));
  private readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  protected readonly reasons = computed(() => this.tree.value() ?? []);
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly openDepartments = computed(() => this.departments().filter(({ to }) => to === null));
  protected readonly rows = computed(() => rowsInSight(this.reasons(), this.collapsed(), this.search()));
  protected readonly open = computed(() => this.reasons().find(({ id }) => id === this.reason()));
  protected readonly filters = computed(() => [
    { value: 'no' as const, label: this.t('reasons.shown.open') },
    { value: 'yes' as const, label: this.t('reasons.shown.all') },
  ]);

  constructor() {
    const move = (press: string, direction: Direction) => ({
      press,
      name: `reasons.move.${direction}`,
      when: () => this.current() !== null,
      outsideText: true,
      act: () => this.move(direction),
    });
    useKeys('page.reasons', [
      { press: 'n', name: 'reasons.new', act: () => this.begin() },
      move('Alt+ArrowUp', 'up'),
      move('Alt+ArrowDown', 'down'),
      move('Alt+ArrowRight', 'in'),
      move('Alt+ArrowLeft', 'out'),
    ]);
  }

  protected async move(direction: Direction): Promise<void> {
    const moved = this.reasons().find(({ id }) => id === this.current());
    const place = moved && placeAfter(this.reasons(), moved, direction);
    if (!moved || !place) return;
    this.expand(place.parentId);
    const acting = this.client.place(moved.id, { ...place, revision: moved.revision });
    await this.faults.heed(
      this.undoable.does(acting, 'reasons.done.moved', { name: this.nameOf(moved) }, this.changed),
    );
  }

  protected begin(): void {
    void this.show(null);
    this.isNew.set(true);
  }

  protected show(reason: string | null): Promise<boolean> {
    this.isNew.set(false);
    if (reason !== null) this.current.set(reason);
    return this.router.navigate([], { queryParams: { reason }, queryParamsHandling: 'merge' });
  }

  protected added(id: string): void {
    this.expand(this.open()?.id ?? null);
    void this.show(id);
  }

  protected readonly changed = (): void => {
    this.tree.reload();
  };

  private expand(id: string | null): void {
    this.collapsed.update((collapsed) => new Set([...collapsed].filter((one) => one !== id)));
  }

  private nameOf({ nameEn, nameZh }: ReasonEntry): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }
}
