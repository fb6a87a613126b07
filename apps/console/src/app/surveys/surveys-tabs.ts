import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** What is asked, and when. */
@Component({
  selector: 'fc-surveys-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.surveys')" [tabs]="tabs()" />`,
})
export class SurveysTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('surveys.tabs.forms'), link: '/surveys' },
    { label: this.t('surveys.tabs.rules'), link: '/surveys/rules' },
  ]);
}
