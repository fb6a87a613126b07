import { Component, computed, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { type Option, Segment } from '../ui/choice/segment.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { CardView } from './card/card-view.js';
import { ScorecardsClient } from './scorecards-client.js';

/** One's own card; of who has several the first, and the others a press away. */
@Component({
  selector: 'fc-own-scorecard-page',
  imports: [CardView, Empty, Load, Ready, RouterLink, Segment, Shape, Skeleton],
  template: `
    <fc-load [of]="shown" [failed]="t('scorecards.failed')">
      <ng-template fcShape><fc-skeleton [height]="320" /></ng-template>
      <ng-template fcReady>
        @if (options().length > 1) {
          <fc-segment
            class="of"
            [label]="t('scorecards.which')"
            [options]="options()"
            [value]="chosen()?.id + ' ' + chosen()?.kind"
            (valueChange)="choose($event)"
          />
        }
        @if (chosen(); as card) {
          <fc-card-view [isOwn]="true" [kind]="card.kind" [id]="card.id" />
        } @else {
          <fc-empty class="card" icon="card" [heading]="t('scorecards.no-own')" [text]="t('scorecards.no-own-text')">
            @if (leads()) {
              <a class="button" routerLink="/scorecards">{{ t('page.scorecards') }}</a>
            }
          </fc-empty>
        }
      </ng-template>
    </fc-load>
  `,
  styles: `
    .of {
      margin-bottom: 12px;
    }
  `,
})
export class OwnScorecardPage {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly router = inject(Router);
  private readonly client = inject(ScorecardsClient);
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  private readonly session = inject(Session);
  protected readonly leads = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));
  protected readonly shown = kept(resource({ loader: () => this.client.own() }));
  private readonly cards = computed(() => this.shown.value()?.cards ?? []);
  protected readonly options = computed((): Option[] =>
    this.cards().map((card) => ({
      value: `${card.id} ${card.kind}`,
      label: card.kind === 'department' ? this.nameOf(card) : this.t(`scorecards.as.${card.kind}`),
    })),
  );
  protected readonly chosen = computed(() => {
    const of = (this.address() as { of?: unknown }).of;
    return this.cards().find(({ id, kind }) => `${id} ${kind}` === of) ?? this.cards()[0] ?? null;
  });

  protected choose(of: string): void {
    void this.router.navigate([], { queryParams: { of }, queryParamsHandling: 'merge' });
  }
}
