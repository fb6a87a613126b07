import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** Campaigns, what they are examined by, and how far those who examine agree. */
@Component({
  selector: 'fc-exams-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.exams')" [tabs]="tabs()" />`,
})
export class ExamsTabs {
  protected readonly t = injectTexts();
  private readonly leads = inject(Session).hasRole('head', 'executive');
  protected readonly tabs = computed(() => [
    { label: this.t('page.exam-campaigns'), link: '/exams' },
    { label: this.t('page.exam-papers'), link: '/exams/papers' },
    ...(this.leads ? [{ label: this.t('page.calibration'), link: '/exams/calibration' }] : []),
  ]);
}
