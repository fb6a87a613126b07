import {
  Component,
  computed,
  effect,
  inject,
  resource,
  signal,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { form, FormField, max, min, pattern, required, validate } from '@angular/forms/signals';
import type { SurveyRules } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Banner } from '../../ui/feedback/banner.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { State } from '../../ui/state/state.js';
import { SurveysClient } from '../surveys-client.js';
import { SurveysTabs } from '../surveys-tabs.js';
import { CadenceCard } from './cadence-card.js';
import { LowCard } from './low-card.js';
import { entryOf, isAsRead, plannedOf, type RulesEntry, toldAsRead, toldOf } from './rules-entry.js';
import { areSame, type Share, shareFaults, sharesOf } from './shares.js';
import { SharesTable } from './shares-table.js';
import { willHappen } from './will-happen.js';

const limits = {
  contactPercent: [0, 100],
  complaintPercent: [0, 100],
  minDays: [1, 365],
  reminderDays: [1, 60],
  expiryDays: [1, 90],
  changeHours: [0, 720],
} as const;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

const nothing: RulesEntry = {
  ...{ contactFormId: '', complaintFormId: '', contactPercent: 100, complaintPercent: 100, minDays: 30 },
  ...{ quietFrom: '20:00', quietTo: '08:00', reminds: false, reminderDays: 3, expiryDays: 14, changeHours: 48 },
};

/** Whether customers are asked, by what, and how often at most; said in plain sentences before it is switched on. */
@Component({
  selector: 'fc-survey-rules-page',
  imports: [
    Banner,
    CadenceCard,
    CardForm,
    Field,
    FormField,
    Input,
    Load,
    LowCard,
    Ready,
    Shape,
    SharesTable,
    Skeleton,
    State,
    SurveysTabs,
  ],
  templateUrl: './rules-page.html',
  styleUrl: './rules-page.css',
})
export class RulesPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly client = inject(SurveysClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly problems = inject(ProblemTexts);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly maySet = inject(Session).hasRole('head', 'executive', 'admin');

  protected readonly rules = kept(resource({ loader: () => this.client.rules() }));
  private readonly published = kept(resource({ loader: () => this.client.published() }));
  /** Those that can be chosen, and the one that is, though it was put away since. */
  protected readonly forms = computed(() => {
    const { contactForm = null, complaintForm = null } = this.rules.value() ?? {};
    const found = (this.published.value() ?? []).map(({ id, name }) => ({ id, name }));
    const held = [contactForm, complaintForm].flatMap((one) =>
      one ? [{ id: one.id, name: { en: one.nameEn, zh: one.nameZh } }] : [],
    );
    return [
      ...found,
      ...held.filter(
        ({ id }, n) => !found.some((one) => one.id === id) && held.findIndex((one) => one.id === id) === n,
      ),
    ];
  });
  private readonly entry = signal<RulesEntry>(nothing);
  protected readonly shares = signal<readonly Share[]>([]);
  private meanwhile: SurveyRules | undefined;
  protected readonly failure = signal<unknown>(null);
  /** Why it could not be switched. */
  protected readonly switchFailure = signal<unknown>(null);
  protected readonly switchRefusal = computed(() =>
    this.switchFailure() === null ? '' : this.problems.sentence(this.switchFailure()),
  );
  protected readonly form = form(this.entry, (path) => {
    for (const [name, [least, most]] of Object.entries(limits) as [keyof typeof limits, readonly [number, number]][]) {
      required(path[name]);
      min(path[name], least);
      max(path[name], most);
      validate(path[name], ({ value }) => (Number.isInteger(value()) ? undefined : { kind: 'invalid' }));
    }
    for (const name of ['quietFrom', 'quietTo'] as const) pattern(path[name], time);
    validate(path.reminderDays, ({ value, valueOf }) =>
      valueOf(path.reminds) && value() >= valueOf(path.expiryDays) ? { kind: 'reminder-after-end' } : undefined,
    );
  });
  protected readonly isChanged = computed(() => {
    const rules = this.rules.value();
    return rules !== undefined && (!isAsRead(this.entry(), rules) || !areSame(this.shares(), sharesOf(rules)));
  });
  protected readonly sentences = computed(() =>
    willHappen(plannedOf(this.entry(), this.shares().length, (id) => this.formName(id))),
  );
  protected readonly areSharesRight = computed(() => shareFaults(this.shares()).every((code) => code === undefined));

  protected readonly send = sendsForm(this.form, this.failure, () => this.save(this.rules.value()?.isOn ?? false));

  constructor() {
    describePage(() => ({ parent: { title: this.t('page.surveys'), link: '/surveys' } }));
    useKeys('page.survey-rules', [
      { press: '$mod+Enter', name: 'surveys.keys.save-rules', act: () => void this.sendAll(), when: () => this.maySet },
    ]);
    effect(() => {
      const rules = this.rules.value();
      if (!rules) return;
      untracked(() => {
        if (this.form().dirty()) return;
        this.entry.set(entryOf(rules));
        this.shares.set(sharesOf(rules));
      });
    });
  }

  protected async sendAll(): Promise<void> {
    if (this.areSharesRight()) await this.send();
  }

  /** What is filled in goes with it, so that it does what stands there. */
  protected async switchOn(): Promise<void> {
    this.switchFailure.set(null);
    if (this.form().invalid() || !this.areSharesRight()) {
      await this.send();
      return;
    }
    const isMeant = await this.dialogs.confirm({
      heading: this.t('surveys.switch.heading'),
      consequence: this.consequence(),
      act: this.t('surveys.switch.act'),
      keep: this.t('surveys.switch.keep'),
    });
    if (isMeant) await this.switch(true);
  }

  /** Nobody is asked by mistake, so it needs no question. */
  protected switchOff(): Promise<void> {
    return this.switch(false);
  }

  private async switch(isOn: boolean): Promise<void> {
    this.switchFailure.set(null);
    try {
      await this.save(isOn);
    } catch (error) {
      this.switchFailure.set(error);
    }
    this.heading()?.nativeElement.focus();
  }

  private async save(isOn: boolean): Promise<void> {
    const before = this.newest();
    if (!before) return;
    const told = toldOf(this.form().value(), { shares: this.shares(), isOn, revision: before.revision });
    try {
      const after = await this.client.setRules(told);
      const text = before.isOn === isOn ? 'surveys.was.rules-set' : isOn ? 'surveys.was.on' : 'surveys.was.off';
      this.toasts.show({ text, undo: () => this.undo(before, after.revision) });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') {
        this.meanwhile = await this.client.rules();
        this.rules.reload();
      }
      throw error;
    }
    this.form().reset();
    this.rules.reload();
  }

  /** What was saved meanwhile may come before the page has read it anew. */
  private newest(): SurveyRules | undefined {
    const [read, meanwhile] = [this.rules.value(), this.meanwhile];
    return meanwhile && meanwhile.revision > (read?.revision ?? 0) ? meanwhile : read;
  }

  private async undo(before: SurveyRules, revision: number): Promise<void> {
    await this.faults.heed(this.client.setRules(toldAsRead(before, sharesOf(before), revision)));
    this.rules.reload();
  }

  private consequence(): string {
    const rules = this.sentences().map(({ key, values }) => `– ${this.t(key, values)}`);
    const sends = this.rules.value()?.sends ?? 'yes';
    const unsent = sends === 'yes' ? [] : [`${this.t(`surveys.sends.${sends}`)}${this.t('surveys.switch.unsent')}`];
    return [...unsent, this.t('surveys.whole-company'), this.t('surveys.switch.from-now'), ...rules].join('\n');
  }

  private formName(id: string): string {
    const found = this.forms().find((one) => one.id === id);
    return found ? this.said(found.name) : '';
  }
}
