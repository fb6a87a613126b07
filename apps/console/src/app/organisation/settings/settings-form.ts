import { Component, computed, effect, inject, output, resource, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { LocaleName } from '@forecall/contracts';
import { zonesFor } from '../../platform/format/zones.js';
import { localeNames } from '../../platform/i18n/locale.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Banner } from '../../ui/feedback/banner.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { OrganisationClient } from '../organisation-client.js';
import { Undoable } from '../undoable.js';
import { countriesIn } from './countries.js';

/** The name, the zone, the language and the country of the organisation. */
@Component({
  selector: 'fc-settings-form',
  imports: [Banner, CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './settings-form.html',
})
export class SettingsForm {
  protected readonly t = injectTexts();
  /** After a change, and after its undoing. */
  readonly changed = output();
  private readonly client = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly locales = localeNames;
  protected readonly countries = computed(() => countriesIn(this.texts.locale()));

  protected readonly structure = kept(resource({ loader: () => this.client.structure() }));
  private readonly settings = computed(() => this.structure.value()?.organisation);
  private readonly entry = signal<{ name: string; zone: string; locale: LocaleName; country: string }>({
    name: '',
    zone: '',
    locale: 'en',
    country: '',
  });
  protected readonly zones = computed(() => zonesFor(this.settings()?.zone ?? ''));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 120);
  });
  protected readonly movesDays = computed(() => {
    const settings = this.settings();
    return settings !== undefined && settings.zone !== this.entry().zone;
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const settings = this.settings();
    if (!settings) return;
    const acting = this.client.changeSettings({
      ...entry,
      country: entry.country || null,
      revision: settings.revision,
    });
    await this.undoable.does(acting, 'organisation.done.settings', {}, () => {
      this.structure.reload();
      void this.session.refresh();
      this.changed.emit();
    });
    this.form().reset();
  });

  constructor() {
    effect(() => {
      const settings = this.settings();
      if (!settings) return;
      const { name, zone, locale } = settings;
      const country = settings.country ?? '';
      untracked(() => {
        if (!this.form().dirty()) this.entry.set({ name, zone, locale, country });
      });
    });
  }
}
