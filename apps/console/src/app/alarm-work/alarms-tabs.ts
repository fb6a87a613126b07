import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** The alarms, and how departments are watched. */
@Component({
  selector: 'fc-alarms-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.alarms')" [tabs]="tabs()" />`,
})
export class AlarmsTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('page.alarms'), link: '/alarms' },
    { label: this.t('page.alarm-watch'), link: '/alarms/watch' },
  ]);
}
