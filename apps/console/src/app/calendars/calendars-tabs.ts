import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

@Component({
  selector: 'fc-calendars-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.calendars')" [tabs]="tabs()" />`,
})
export class CalendarsTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('calendars.tab.hours'), link: '/calendars' },
    { label: this.t('calendars.tab.clocks'), link: '/calendars/clocks' },
  ]);
}
