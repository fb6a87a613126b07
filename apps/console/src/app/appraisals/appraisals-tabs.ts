import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** Appraisals, and for whoever leads what is rated beside the figures. */
@Component({
  selector: 'fc-appraisals-tabs',
  imports: [Tabs],
  template: `
    @if (leads) {
      <fc-tabs [label]="t('page.appraisals')" [tabs]="tabs()" />
    }
  `,
})
export class AppraisalsTabs {
  protected readonly t = injectTexts();
  protected readonly leads = inject(Session).hasRole('supervisor', 'head', 'executive');
  protected readonly tabs = computed(() => [
    { label: this.t('page.appraisals'), link: '/appraisals' },
    { label: this.t('page.competencies'), link: '/appraisals/competencies' },
  ]);
}
