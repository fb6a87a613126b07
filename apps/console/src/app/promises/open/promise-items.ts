import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PromiseEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Glyph } from '../../ui/state/glyph.js';
import { standingOf, stateOfStanding } from '../standing.js';

const tickMilliseconds = 30_000;

/** Open promises below each other: what, by when, who keeps it, late or not. Each leads to where it is worked on. */
@Component({
  selector: 'fc-promise-items',
  imports: [Glyph, RouterLink],
  template: `
    <ul>
      @for (one of shown(); track one.id) {
        <li>
          <a routerLink="/promises" [queryParams]="{ promise: one.id }">{{ one.what }}</a>
          <span class="small quiet by" [class.late]="one.standing === 'late'" [class.soon]="one.standing === 'soon'">
            @if (one.glyph; as glyph) {
              <fc-glyph [state]="glyph" />
            }
            {{
              t(one.standing === 'late' ? 'promises.items.late' : 'promises.items.by', {
                when: format.dayTime(one.dueAt),
                owner: one.owner.name,
              })
            }}
          </span>
        </li>
      }
      @if (more(); as count) {
        <li class="small quiet">{{ t('promises.items.more', { count }) }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 1px;
      padding: 8px 14px;
      border-top: 1px solid var(--fc-line);
    }
    li:first-child {
      border-top: 0;
    }
    a {
      justify-self: start;
      color: inherit;
      font-weight: var(--fc-weight-medium);
      overflow-wrap: anywhere;
    }
    .by {
      display: flex;
      align-items: center;
      gap: 5px;
    }
    .late {
      color: var(--fc-alarm-text);
    }
    .soon {
      color: var(--fc-watch-text);
    }
  `,
})
export class PromiseItems {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  readonly promises = input.required<readonly PromiseEntry[]>();
  readonly most = input(4);
  private readonly nowMs = signal(this.clock.now().getTime());

  protected readonly shown = computed(() =>
    this.promises()
      .slice(0, this.most())
      .map((one) => {
        const standing = standingOf(one, this.nowMs());
        return { ...one, standing, glyph: stateOfStanding[standing] };
      }),
  );
  protected readonly more = computed(() => Math.max(0, this.promises().length - this.most()));

  constructor() {
    const timer = setInterval(() => this.nowMs.set(this.clock.now().getTime()), tickMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
