import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** What is asked, of whom, by which links, and when. */
@Component({
  selector: 'fc-surveys-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.surveys')" [tabs]="tabs()" />`,
})
export class SurveysTabs {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  protected readonly tabs = computed(() => [
    { label: this.t('surveys.tabs.forms'), link: '/surveys' },
    // Customers' names are for those who lead.
    ...(this.session.hasRole('supervisor', 'head', 'executive')
      ? [
          { label: this.t('surveys.tabs.asked'), link: '/surveys/asked' },
          { label: this.t('surveys.tabs.links'), link: '/surveys/links' },
        ]
      : []),
    { label: this.t('surveys.tabs.rules'), link: '/surveys/rules' },
  ]);
}
