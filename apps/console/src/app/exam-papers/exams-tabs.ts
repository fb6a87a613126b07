import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** Campaigns, and what they are examined by. */
@Component({
  selector: 'fc-exams-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.exams')" [tabs]="tabs()" />`,
})
export class ExamsTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('page.exam-campaigns'), link: '/exams' },
    { label: this.t('page.exam-papers'), link: '/exams/papers' },
  ]);
}
