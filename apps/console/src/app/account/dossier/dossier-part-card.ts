import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import type { AccountPage } from '@forecall/contracts';
import type { DossierPart } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { PartForm } from './part-form.js';

export type DossierText = NonNullable<AccountPage['inside']>['dossier'][number];

/** One part of the dossier: its text with author and date, the ones before it, and its form in its place. */
@Component({
  selector: 'fc-dossier-part-card',
  imports: [Icon, Load, PartForm, Ready, Shape, Skeleton],
  templateUrl: './dossier-part-card.html',
  styleUrl: './dossier-part-card.css',
})
export class DossierPartCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly injector = inject(Injector);
  private readonly writing = viewChild<ElementRef<HTMLElement>>('write');
  private readonly client = inject(AccountClient);
  protected readonly file = inject(AccountFile);
  readonly part = input.required<DossierPart>();
  /** Undefined: never written. */
  readonly written = input.required<DossierText | undefined>();

  protected readonly headingId = computed(() => `dossier-${this.part()}`);
  protected readonly isWriting = signal(false);
  protected readonly isOpen = signal(false);
  /** How many came before the one that holds. */
  protected readonly beforeCount = computed(() => Math.max(0, (this.written()?.n ?? 0) - 1));
  protected readonly versions = kept(
    resource({
      params: () => (this.isOpen() ? { id: this.file.id(), part: this.part(), n: this.written()?.n ?? 0 } : undefined),
      loader: ({ params: { id, part } }) => this.client.versions(id, part),
    }),
  );
  protected readonly before = computed(() => (this.versions.value()?.versions ?? []).slice(1));

  /** The focus is back where the form was begun from. */
  protected close(): void {
    this.isWriting.set(false);
    afterNextRender(() => this.writing()?.nativeElement.focus(), { injector: this.injector });
  }

  protected open(details: EventTarget | null): void {
    this.isOpen.set(details instanceof HTMLDetailsElement && details.open);
  }
}
