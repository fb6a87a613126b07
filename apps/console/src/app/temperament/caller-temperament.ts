import { Component, computed, inject, input, resource } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Glyph } from '../ui/state/glyph.js';
import { TemperamentAdvice } from './temperament-advice.js';
import { TemperamentClient } from './temperament-client.js';

/** At the moment of a call: how to treat who is on the line. Where nobody has said yet, nothing stands here. */
@Component({
  selector: 'fc-caller-temperament',
  imports: [Glyph, TemperamentAdvice],
  template: `
    @if (doNotCall(); as told) {
      <p class="small do-not-call">
        <fc-glyph state="watch" /><span>{{ t('temperament.do-not-call', { why: told.why }) }}</span>
      </p>
    }
    @if (type(); as known) {
      <section [attr.aria-label]="t('temperament.heading')">
        <fc-temperament-advice [type]="known" />
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    :host(:empty) {
      display: none;
    }
    section {
      padding-block: 12px;
      border-block: 1px solid var(--fc-line);
    }
    .do-not-call {
      display: flex;
      gap: 6px;
    }
    .do-not-call fc-glyph {
      margin-top: 2px;
    }
  `,
})
export class CallerTemperament {
  protected readonly t = injectTexts();
  private readonly client = inject(TemperamentClient);
  readonly personId = input.required<string>();

  private readonly person = resource({ params: this.personId, loader: ({ params }) => this.client.person(params) });
  // Where it cannot be read the call goes on without advice.
  private readonly known = computed(() => (this.person.hasValue() ? this.person.value() : undefined));
  protected readonly type = computed(() => this.known()?.temperament ?? null);
  protected readonly doNotCall = computed(() => this.known()?.doNotCall ?? null);
}
