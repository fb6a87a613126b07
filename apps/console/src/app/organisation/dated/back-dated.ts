import { Component, computed, inject, input, resource } from '@angular/core';
import type { EffectsQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { OrganisationClient } from '../organisation-client.js';

/** Under the day of a change: when it lies in the past, what since then stays as it was recorded. */
@Component({
  selector: 'fc-back-dated',
  imports: [Glyph],
  template: `
    @if (isPast()) {
      <p role="status">
        <fc-glyph state="watch" />
        <span>{{ sentence() }}</span>
      </p>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    p {
      display: flex;
      gap: 8px;
      padding: 8px 10px;
      border-radius: var(--fc-radius-control);
      background: var(--fc-watch-soft);
      text-wrap: pretty;
    }
    fc-glyph {
      margin-top: 3px;
    }
  `,
})
export class BackDated {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(OrganisationClient);
  readonly of = input.required<EffectsQuery['of']>();
  /** What is changed; undefined while it is not chosen yet. */
  readonly id = input<string>();
  readonly from = input.required<string | null>();

  protected readonly isPast = computed(() => (this.from() ?? '9') < this.format.today());
  private readonly effects = resource({
    params: () => {
      const [id, from] = [this.id(), this.from()];
      return this.isPast() && id !== undefined && from !== null ? { of: this.of(), id, from } : undefined;
    },
    loader: ({ params }) => this.client.effects(params),
  });

  protected readonly sentence = computed(() => {
    if (!this.effects.hasValue()) return this.t('organisation.back-dated.any');
    const { contacts, complaints, answers, atMost } = this.effects.value();
    if (contacts + answers === 0) return this.t('organisation.back-dated.nothing');
    const count = (n: number) => (n >= atMost ? `${this.format.count(n)}+` : this.format.count(n));
    return this.t('organisation.back-dated.some', {
      contacts: count(contacts),
      complaints: count(complaints),
      answers: count(answers),
    });
  });
}
