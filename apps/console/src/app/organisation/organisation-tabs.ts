import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

@Component({
  selector: 'fc-organisation-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.organisation')" [tabs]="tabs()" />`,
})
export class OrganisationTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('organisation.tab.structure'), link: '/organisation' },
    { label: this.t('organisation.tab.staff'), link: '/organisation/staff' },
    { label: this.t('organisation.tab.settings'), link: '/organisation/settings' },
  ]);
}
