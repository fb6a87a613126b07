import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { LinksClient, pictureOf } from './links-client.js';
import { OnlyHere } from './only-here.js';

/** A standing link on paper, for a counter: black on white in every theme, in both languages. */
@Component({
  selector: 'fc-survey-link-print-page',
  imports: [Load, OnlyHere, Ready, RouterLink, Shape, Skeleton],
  template: `
    <fc-load [of]="read" [failed]="t('survey-links.one-failed')">
      <ng-template fcShape><fc-skeleton [height]="320" /></ng-template>
      <ng-template fcReady>
        @if (read.value(); as shown) {
          <div class="page-head no-print">
            <p class="grow quiet">{{ t('survey-links.print-hint') }}</p>
            <a class="button" routerLink="/surveys/links">{{ t('survey-links.back') }}</a>
            <button type="button" class="button primary" (click)="print()">{{ t('survey-links.print') }}</button>
          </div>
          <fc-only-here class="no-print" [url]="shown.url" />
          <article class="paper" [attr.aria-label]="shown.name">
            <p class="company">{{ company() }}</p>
            <p class="question" lang="zh-CN">{{ words().zh.question }}</p>
            <p class="question" lang="en">{{ words().en.question }}</p>
            <img [src]="picture()" [alt]="t('survey-links.qr-of', { name: shown.name })" />
            <p class="act" lang="zh-CN">{{ words().zh.act }}</p>
            <p class="act" lang="en">{{ words().en.act }}</p>
            <p class="address">{{ shown.url }}</p>
            <p class="place">{{ shown.name }} · {{ nameOf(shown.department) }}</p>
          </article>
        }
      </ng-template>
    </fc-load>
  `,
  styleUrl: './print-page.css',
})
export class PrintPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly texts = inject(Texts);
  private readonly client = inject(LinksClient);
  private readonly session = inject(Session);
  /** Of the link, from the address. */
  readonly link = input.required<string>();

  /** What customers read, in both languages whatever that of the console is. */
  protected readonly words = computed(() => {
    const of = (side: 'en' | 'zh') => ({
      question: this.texts.sayIn(side, 'survey-links.paper.question'),
      act: this.texts.sayIn(side, 'survey-links.paper.act'),
    });
    return { en: of('en'), zh: of('zh') };
  });
  protected readonly read = kept(resource({ params: this.link, loader: ({ params }) => this.client.one(params) }));
  protected readonly picture = computed(() => pictureOf(this.link()));
  protected readonly company = computed(() => this.session.me()?.organisation.name ?? '');

  constructor() {
    for (const side of ['en', 'zh'] as const) this.texts.needIn(side, 'survey-links').catch(() => undefined);
    describePage(() => {
      const parent = { title: this.t('page.survey-links'), link: '/surveys/links' };
      const title = this.read.value()?.name;
      return title === undefined ? { parent } : { title, parent };
    });
  }

  protected print(): void {
    window.print();
  }
}
