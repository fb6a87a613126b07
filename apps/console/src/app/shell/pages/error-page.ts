import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { PageLoad } from '../../platform/page/page-load.js';
import { BrandMark } from '../../ui/icon/brand-mark.js';
import { Glyph } from '../../ui/state/glyph.js';

/** A page that could not be opened at all: the server does not answer, or a part of the console did not load. */
@Component({
  selector: 'fc-error-page',
  imports: [BrandMark, Glyph],
  template: `
    <header><fc-brand-mark /><b>Forecall</b></header>
    <main class="card">
      <h1><fc-glyph state="alarm" />{{ t('error.heading') }}</h1>
      <p>{{ sentence }}</p>
      <button type="button" class="button primary" (click)="pageLoad.again()">{{ t('ui.try-now') }}</button>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto 1fr;
      min-height: 100dvh;
    }
    header {
      display: flex;
      align-items: center;
      gap: 9px;
      padding: 18px 28px;
    }
    main {
      display: grid;
      gap: 10px;
      justify-self: center;
      align-self: center;
      justify-items: start;
      width: min(412px, calc(100vw - 32px));
      margin-bottom: 48px;
      padding: 24px;
    }
    h1 {
      display: flex;
      align-items: center;
      gap: var(--fc-2);
    }
    p {
      margin-bottom: 6px;
      color: var(--fc-text-2);
    }
  `,
})
export class ErrorPage {
  protected readonly t = injectTexts();
  protected readonly pageLoad = inject(PageLoad);
  private readonly info = inject(Router).currentNavigation()?.extras.info as { error?: unknown } | undefined;
  protected readonly sentence = inject(ProblemTexts).sentence(this.info?.error ?? new Error('page'));
}
