import { Component, computed, inject } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Live } from '../platform/live/live.js';
import { Faults } from '../platform/notice/faults.js';
import { PageLoad } from '../platform/page/page-load.js';
import { Session } from '../platform/session/session.js';
import { UnsentWrites } from '../platform/unsent/unsent-writes.js';
import { Banner } from '../ui/feedback/banner.js';

/** What touches the whole console, above the page; the gravest alone. */
@Component({
  selector: 'fc-notices',
  imports: [Banner],
  template: `
    @switch (notice()) {
      @case ('offline') {
        <fc-banner kind="watch" [heading]="t('notice.offline', { time: since() })">
          @if (unsent.count(); as count) {
            {{ t(unsent.isOnDisk() ? 'notice.offline-unsent' : 'notice.offline-in-page', { count }) }}
          }
          {{ t('notice.offline-figures', { time: since() }) }}
          <ng-container ngProjectAs="[fcActions]">
            <button type="button" class="button small" (click)="live.tryNow()">{{ t('ui.try-now') }}</button>
          </ng-container>
        </fc-banner>
      }
      @case ('fault') {
        <fc-banner kind="alarm" [heading]="t(faultHeading())">
          {{ sentence() }}
          <ng-container ngProjectAs="[fcActions]">
            @if (faults.again(); as again) {
              <button type="button" class="button small primary" (click)="again()">{{ t('ui.try-now') }}</button>
            }
            <button type="button" class="button small" (click)="faults.dismiss()">{{ t('ui.close') }}</button>
          </ng-container>
        </fc-banner>
      }
      @case ('outdated') {
        <fc-banner [heading]="t('notice.outdated')">
          {{ t('notice.outdated-why') }}
          <ng-container ngProjectAs="[fcActions]">
            <button type="button" class="button small primary" (click)="pageLoad.again()">
              {{ t('notice.reload') }}
            </button>
          </ng-container>
        </fc-banner>
      }
    }
  `,
  styles: `
    fc-banner {
      margin-bottom: var(--fc-gap);
    }
    /* Pages with columns of their own begin at the edge, 16 px higher. */
    :host-context(.rail) fc-banner {
      margin-bottom: calc(16px + var(--fc-gap));
    }
  `,
})
export class Notices {
  protected readonly t = injectTexts();
  protected readonly live = inject(Live);
  protected readonly faults = inject(Faults);
  protected readonly pageLoad = inject(PageLoad);
  protected readonly unsent = inject(UnsentWrites);
  private readonly session = inject(Session);
  private readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  protected readonly since = computed(() => this.format.time(this.live.silentSince()));
  protected readonly faultHeading = computed(() => {
    if (this.faults.again()) return 'notice.not-opened';
    return problemOf(this.faults.current()).code === 'fault' ? 'notice.fault' : 'notice.refused';
  });
  protected readonly sentence = computed(() => this.problems.sentence(this.faults.current()));
  protected readonly notice = computed(() => {
    // Somebody has just asked for it: it goes before what has been known for a while.
    if (this.faults.again()) return 'fault';
    if (this.live.state() === 'offline') return 'offline';
    if (this.faults.current() !== null) return 'fault';
    return this.session.isOutdated() ? 'outdated' : 'none';
  });
}
