import { Component, computed } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Tabs } from '../ui/tabs/tabs.js';

/** What has come in, and how files are read. */
@Component({
  selector: 'fc-imports-tabs',
  imports: [Tabs],
  template: `<fc-tabs [label]="t('page.imports')" [tabs]="tabs()" />`,
})
export class ImportsTabs {
  protected readonly t = injectTexts();
  protected readonly tabs = computed(() => [
    { label: this.t('imports.history'), link: '/imports' },
    { label: this.t('imports.presets.tab'), link: '/imports/presets' },
  ]);
}
