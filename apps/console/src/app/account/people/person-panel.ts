import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import type { PersonAtAccount } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { ObserveForm, TemperamentAdvice, TemperamentClient, TemperamentHistoryList } from '../../temperament/index.js';
import { kept } from '../../ui/feedback/kept.js';
import { Panel } from '../../ui/panel/panel.js';
import { Glyph } from '../../ui/state/glyph.js';
import { PersonSurveysLine } from '../../surveys/index.js';
import { AccountFile } from '../account-file.js';
import { HoursWords } from '../hours/hours-words.js';
import { PersonForm } from './person-form.js';
import { PersonReplies } from './person-replies.js';

/** Somebody at the account: when and how to call them, how to treat them, and what was observed. */
@Component({
  selector: 'fc-person-panel',
  imports: [
    Glyph,
    ObserveForm,
    Panel,
    PersonForm,
    PersonReplies,
    PersonSurveysLine,
    TemperamentAdvice,
    TemperamentHistoryList,
  ],
  templateUrl: './person-panel.html',
  styleUrl: './person-panel.css',
})
export class PersonPanel {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly words = inject(HoursWords);
  private readonly client = inject(TemperamentClient);
  private readonly toasts = inject(Toasts);
  protected readonly file = inject(AccountFile);
  readonly personId = input.required<string>();

  protected readonly task = linkedSignal({
    source: this.personId,
    computation: (): 'look' | 'change' | 'observe' => 'look',
  });
  protected readonly person = computed(() => this.file.person(this.personId()));
  protected readonly history = kept(
    resource({
      params: () => ({ id: this.personId(), version: this.file.version() }),
      loader: ({ params }) => this.client.history(params.id),
    }),
  );
  protected readonly observed = computed(() => this.history.value()?.observed ?? []);
  protected readonly last = computed(() => this.observed()[0]?.behaviours ?? []);

  protected readonly zone = computed(() => this.person()?.zone ?? this.file.account()?.zone ?? null);
  protected readonly week = computed(() => this.person()?.callingWeek ?? this.file.account()?.callingWeek ?? null);
  protected readonly mayCallNow = computed(() => this.words.mayCallNow(this.week(), this.zone()));

  protected seen(one: PersonAtAccount): void {
    this.toasts.show({ text: 'account.person.observed', values: { name: this.nameOf(one) } });
    this.file.changed();
    this.task.set('look');
  }
}
