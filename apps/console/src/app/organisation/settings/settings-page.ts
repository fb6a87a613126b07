import { Component } from '@angular/core';
import { FirstStepsSwitch } from '../../first-steps/index.js';
import { OrganisationTabs } from '../organisation-tabs.js';
import { SettingsForm } from './settings-form.js';

/** What holds for the whole organisation, and whether its first steps are shown. */
@Component({
  selector: 'fc-settings-page',
  imports: [FirstStepsSwitch, OrganisationTabs, SettingsForm],
  template: `
    <fc-organisation-tabs />
    <div class="stack">
      <fc-settings-form />
      <fc-first-steps-switch />
    </div>
  `,
})
export class SettingsPage {}
