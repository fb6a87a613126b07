import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { KeepView, SavedView } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Deletions } from '../../platform/notice/deletions.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Icon } from '../../ui/icon/icon.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { addressOf, type FilterValues, type ListFilter } from '../filters/list-filter.js';
import type { ListPage } from '../lists-client.js';
import { ViewsClient } from './views-client.js';

/** One's own names for what the list shows: kept, opened, renamed, deleted, and one that is shown first. */
@Component({
  selector: 'fc-views-menu',
  imports: [Field, FormField, Icon, Input, Inside, PopoverChip, RouterLink],
  templateUrl: './views-menu.html',
  styleUrl: './views-menu.css',
})
export class ViewsMenu {
  protected readonly t = injectTexts();
  private readonly client = inject(ViewsClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly deletions = inject(Deletions);
  private readonly problems = inject(ProblemTexts);
  protected readonly chip = viewChild.required(PopoverChip);
  readonly page = input.required<ListPage>();
  readonly filters = input.required<readonly ListFilter[]>();
  readonly values = input.required<FilterValues>();

  protected readonly isOpen = signal(false);
  protected readonly views = kept(resource({ params: this.page, loader: ({ params }) => this.client.list(params) }));
  protected readonly address = computed(() => addressOf(this.filters(), this.values()));
  protected readonly current = computed(() => this.views.value()?.find(({ address }) => address === this.address()));
  /** The one that is being renamed; null: a new one is being named. */
  protected readonly renamed = linkedSignal({
    source: this.isOpen,
    computation: (): SavedView | null => null,
  });

  private readonly entry = signal({ name: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 60);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ name }) => {
    const one = this.renamed();
    if (one) await this.client.keep(one.id, this.entryOf({ ...one, name }));
    else await this.client.keep(uuid(), { page: this.page(), name, address: this.address(), isFirst: false });
    this.toasts.show({ text: one ? 'lists.view.renamed' : 'lists.view.kept', values: { name } });
    this.renamed.set(null);
    this.form().reset({ name: '' });
    this.views.reload();
  });

  constructor() {
    // A page that is opened without filters shows the view that is first; later one may empty it.
    let isOver = false;
    effect(() => {
      const views = this.views.value();
      if (!views || isOver) return;
      isOver = true;
      const first = views.find(({ isFirst }) => isFirst);
      if (first && untracked(this.address) === '') this.go(first);
    });
  }

  protected queryOf({ address }: SavedView): Record<string, string | null> {
    const none = Object.fromEntries(this.filters().map(({ name }) => [name, null]));
    return { ...none, ...Object.fromEntries(new URLSearchParams(address)) };
  }

  protected rename(view: SavedView): void {
    this.renamed.set(view);
    this.form().reset({ name: view.name });
  }

  protected putFirst(view: SavedView): Promise<void> {
    return this.faults.heed(
      this.client.keep(view.id, this.entryOf({ ...view, isFirst: !view.isFirst })).then(() => this.views.reload()),
    );
  }

  protected delete(view: SavedView): Promise<void> {
    return this.deletions.does(this.client.delete(view.id), {
      ...{ text: 'lists.view.deleted', name: view.name },
      back: () => this.client.keep(view.id, this.entryOf(view)),
      changed: () => this.views.reload(),
    });
  }

  private go(view: SavedView): void {
    void this.router.navigate([], {
      queryParams: this.queryOf(view),
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private entryOf({ name, address, isFirst }: SavedView): KeepView {
    return { page: this.page(), name, address, isFirst };
  }
}
