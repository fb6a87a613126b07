import { Component, computed, inject, OnInit, resource, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { type AccountDetail, type ChangeAccount, tiers } from '@forecall/contracts';
import {
  CalendarsClient,
  dayKeys,
  officeWeek,
  validateWeek,
  type WeekEntry,
  weekEntryOf,
  WeekFields,
  weekOf,
} from '../../calendars/index.js';
import { Formats } from '../../platform/format/formats.js';
import { zonesFor } from '../../platform/format/zones.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { injectCountryName } from '../hours/country-names.js';

type Entry = WeekEntry & {
  hasWeek: 'yes' | 'no';
  tier: '' | (typeof tiers)[number];
  zone: string;
  country: string;
  region: string;
  industry: string;
};

const noTerms: Entry = {
  ...officeWeek,
  ...{ hasWeek: 'no', tier: '', zone: '', country: '', region: '', industry: '' },
};

/**
 * How much of our care, when they may be called, and whose holidays they keep. Where somebody else saved meanwhile
 * nothing is overwritten: both versions are shown.
 */
@Component({
  selector: 'fc-terms-form',
  imports: [BothVersions, Field, FormField, Input, Panel, PanelForm, WeekFields],
  templateUrl: './terms-form.html',
})
export class TermsForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly locale = inject(Locale).name;
  private readonly format = inject(Formats);
  private readonly countryName = injectCountryName();
  private readonly client = inject(AccountClient);
  private readonly calendars = inject(CalendarsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);

  protected readonly tiers = tiers;
  protected readonly zones = computed(() => zonesFor(this.file.account()?.zone ?? ''));
  protected readonly entry = signal<Entry>(noTerms);
  /** As it was read when this began, or as somebody else saved it since. */
  private readonly before = signal<AccountDetail | undefined>(undefined);
  private readonly saved = signal<AccountDetail | undefined>(undefined);
  protected readonly base = computed(() => entryOf(this.before()) ?? noTerms);
  protected readonly theirs = computed(() => entryOf(this.saved()));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    validateWeek(path);
    maxLength(path.industry, 200);
  });
  private readonly chosen = computed(() => this.entry(), {
    equal: (one, other) => one.country === other.country && one.region === other.region,
  });
  private readonly known = kept(resource({ loader: () => this.calendars.countries() }));
  /** What is chosen stands there before the others are known. */
  protected readonly countries = computed(() => {
    const known = this.known.value()?.countries ?? [];
    const { country, region } = this.chosen();
    const isKnown = country === '' || known.some(({ code }) => code === country);
    const regions = region === '' ? [] : [{ code: region, name: region }];
    return (isKnown ? known : [...known, { code: country, regions }])
      .map(({ code, regions }) => ({ code, regions, name: this.countryName()(code) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.locale()));
  });
  protected readonly regions = computed(
    () => this.countries().find(({ code }) => code === this.entry().country)?.regions ?? [],
  );

  protected readonly words = computed((): EntryWords<Entry> => ({
    field: (name) => {
      const day = dayKeys.findIndex((key) => key === name);
      return day >= 0 ? this.format.weekday(day + 1) : this.t(`account.terms.${labels[name] ?? name}`);
    },
    value: (name, entry) => {
      const value = entry[name];
      if (name === 'hasWeek') return this.t(`account.terms.hours-${value === 'yes' ? 'own' : 'ours'}`);
      if (name === 'country' && value !== '') return this.countryName()(value);
      return value || this.t('account.nothing');
    },
  }));

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const before = this.before();
    if (!before) return;
    const { id } = before;
    try {
      const { revision } = await this.client.change(id, { revision: before.revision, ...this.told(entry) });
      const changed = this.file.changed;
      this.toasts.show({
        text: 'account.terms.done',
        values: { name: this.nameOf(before) },
        undo: () => this.faults.heed(this.client.change(id, { revision, ...termsOf(before) })).then(changed),
      });
      changed();
      this.file.close();
    } catch (error) {
      if (problemOf(error).code !== 'changed-meanwhile') throw error;
      this.saved.set((await this.client.page(id)).account);
      this.file.changed();
    }
  });

  ngOnInit(): void {
    const account = this.file.account();
    if (!account) return;
    this.before.set(account);
    this.entry.set(entryOf(account) ?? noTerms);
  }

  /** What was made of both, against what is saved now. */
  protected async saveChosen(entry: Entry): Promise<void> {
    this.before.set(this.saved());
    this.saved.set(undefined);
    this.entry.set(entry);
    await this.send();
  }

  /** Another country has other regions. */
  protected forgetRegion(): void {
    this.form.region().value.set('');
  }

  private told(entry: Entry): Omit<ChangeAccount, 'revision'> {
    const isRegionOf = this.regions().some(({ code }) => code === entry.region);
    return {
      ...{ tier: entry.tier || null, zone: entry.zone || null, industry: entry.industry },
      ...{ country: entry.country || null, region: isRegionOf ? entry.region : null },
      callingWeek: entry.hasWeek === 'yes' ? weekOf(entry) : null,
    };
  }
}

const termsOf = ({ tier, zone, industry, country, region, callingWeek }: AccountDetail) => ({
  ...{ tier, zone, industry, country, region, callingWeek },
});

/** Fields by the keys of their labels; all others are called as they are. */
const labels: Readonly<Record<string, string>> = { hasWeek: 'hours', country: 'holidays' };

const entryOf = (account: AccountDetail | undefined): Entry | undefined =>
  account && {
    ...weekEntryOf(account.callingWeek),
    ...{ hasWeek: account.callingWeek ? 'yes' : 'no', tier: account.tier ?? '', zone: account.zone ?? '' },
    ...{ industry: account.industry, country: account.country ?? '', region: account.region ?? '' },
  };
