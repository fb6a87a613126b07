import { Component, computed, inject, input, resource } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Glyph } from '../../ui/state/glyph.js';
import { SurveysClient } from '../surveys-client.js';

/** Before a customer is asked about a contact: whom about what, and what speaks against it. */
@Component({
  selector: 'fc-ask-state',
  imports: [Glyph],
  template: `
    @if (told(); as one) {
      @if (namesWhom()) {
        <p>{{ t('survey-entry.about', { customer: whom(), time: format.dayTime(one.endedAt) }) }}</p>
      }
      @if (one.stoppedAt; as since) {
        <p class="row"><fc-glyph state="watch" />{{ t('survey-entry.wants-none', { date: format.date(since) }) }}</p>
      }
      @if (one.answeredAt; as at) {
        <p class="row">
          <fc-glyph state="watch" />{{
            t(one.isEnteredByUs ? 'survey-entry.entered-already' : 'survey-entry.answered-already', {
              time: format.dayTime(at),
            })
          }}
        </p>
      } @else if (one.askedAt) {
        <p class="small quiet">{{ t('survey-entry.asked-already', { time: format.dayTime(one.askedAt) }) }}</p>
      }
    }
  `,
  styles: `
    :host:not(:empty) {
      display: grid;
      gap: 4px;
    }
    .row {
      align-items: flex-start;
    }
    fc-glyph {
      margin-top: 3px;
    }
  `,
})
export class AskState {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(SurveysClient);
  readonly contactId = input.required<string>();
  /** Also who it is; left out where that stands beside it. */
  readonly namesWhom = input(true);
  /** Counts what was entered here: read anew. */
  readonly version = input(0);

  private readonly found = kept(
    resource({
      params: () => ({ id: this.contactId(), version: this.version() }),
      loader: ({ params: { id } }) => this.client.ofContact(id).then((told) => ({ ...told, of: id })),
    }),
  );
  /** That of the contact before stays out of sight. */
  protected readonly told = computed(() => {
    const found = this.found.value();
    return found?.of === this.contactId() ? found : undefined;
  });
  protected readonly whom = computed(() => {
    const { account, person } = this.told() ?? { account: null, person: null };
    const names = [person, account].flatMap((one) => (one ? [this.nameOf(one)] : []));
    return names.join(this.t('ui.list-comma')) || this.t('survey-entry.somebody');
  });
}
