import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { ownZone, zonesFor } from '../platform/format/zones.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { PageLoad } from '../platform/page/page-load.js';
import { Live } from '../platform/live/live.js';
import { Banner } from '../ui/feedback/banner.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { CardForm } from '../ui/panel/card-form.js';
import { SetUpClient } from './set-up-client.js';

/** Leaves the demo: all of it goes, and the one who asks becomes the new company's administrator. */
@Component({
  selector: 'fc-own-company-form',
  imports: [Banner, CardForm, Field, FormField, Input, PasswordInput],
  templateUrl: './own-company-form.html',
})
export class OwnCompanyForm {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  private readonly locale = inject(Locale);
  private readonly pageLoad = inject(PageLoad);
  private readonly live = inject(Live);
  readonly demoName = input.required<string>();
  protected readonly zones = zonesFor('');

  private readonly entry = signal({
    organisationName: '',
    zone: ownZone(),
    name: '',
    email: '',
    password: '',
    demoName: '',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.organisationName);
    maxLength(path.organisationName, 120);
    required(path.name);
    maxLength(path.name, 120);
    required(path.email);
    email(path.email);
    required(path.password);
    minLength(path.password, 12);
    validate(path.demoName, ({ value }) => (value().trim() === this.demoName() ? undefined : { kind: 'demo-name' }));
  });
  protected readonly isSending = computed(() => this.form().submitting());

  /**
   * Its session ends with the demo, and the line of live news would hear of that before the answer brings the new one.
   * A whole load follows: nothing of the demo stays in memory.
   */
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    this.live.stop();
    try {
      await this.client.leaveDemo({ ...entry, locale: this.locale.name() });
    } catch (error) {
      void this.live.start();
      throw error;
    }
    this.pageLoad.goTo('/set-up');
  });
}
