import { Component, computed, inject } from '@angular/core';
import { dossierParts } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { AccountFile } from '../account-file.js';
import { DossierPartCard } from './dossier-part-card.js';

/** What one knows of a customer before a project is opened: seven short texts, and what is missing. */
@Component({
  selector: 'fc-dossier',
  imports: [DossierPartCard, Empty],
  template: `
    @if (file.inside()) {
      <p class="known" role="status">
        <b>{{ t('account.dossier.known', { known: known().length, all: parts.length }) }}</b>
        @if (missing(); as names) {
          <span class="quiet">{{ t('account.dossier.missing', { names }) }}</span>
        }
        <span class="meter push-end" aria-hidden="true"><span [style.width.%]="share()"></span></span>
      </p>
      @for (part of parts; track part) {
        <fc-dossier-part-card [part]="part" [written]="textOf(part)" />
      }
    } @else {
      <section class="card">
        <fc-empty icon="lock" [heading]="t('account.dossier.not-yours')" [text]="t('account.dossier.not-yours-why')" />
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      min-width: 0;
    }
    .known {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 10px;
    }
    .meter {
      flex: 0 1 160px;
      align-self: center;
    }
    @media (max-width: 640px) {
      .meter {
        flex: 1 0 100%;
      }
    }
  `,
})
export class Dossier {
  protected readonly t = injectTexts();
  protected readonly file = inject(AccountFile);
  protected readonly parts = dossierParts;
  private readonly texts = computed(() => this.file.inside()?.dossier ?? []);
  protected readonly known = computed(() => this.parts.filter((part) => this.textOf(part)?.text));
  protected readonly share = computed(() => (100 * this.known().length) / this.parts.length);
  protected readonly missing = computed(() =>
    this.parts
      .filter((part) => !this.textOf(part)?.text)
      .map((part) => this.t(`account.dossier.part.${part}`))
      .join(this.t('ui.list-comma')),
  );

  protected textOf(part: (typeof dossierParts)[number]) {
    return this.texts().find((one) => one.part === part);
  }
}
