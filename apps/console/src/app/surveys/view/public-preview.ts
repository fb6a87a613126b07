import { Component, computed, inject, input, signal } from '@angular/core';
import type { SurveyContent } from '@forecall/contracts';
import { lowestOf, sideTurns } from '@forecall/domain';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Segment } from '../../ui/choice/segment.js';
import type { Scale } from '../editor/form-changes.js';

/** The page as the customer sees it on a telephone, in either language; a picture of it, nothing can be sent. */
@Component({
  selector: 'fc-public-preview',
  imports: [Segment],
  templateUrl: './public-preview.html',
  styleUrl: './public-preview.css',
})
export class PublicPreview {
  protected readonly t = injectTexts();
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  readonly content = input.required<SurveyContent>();
  protected readonly side = signal<'en' | 'zh'>(inject(Locale).name() === 'zh' ? 'zh' : 'en');
  /** What the page says around the questions, in its own language whatever that of the console is. */
  protected readonly words = computed(() => {
    const side = this.side();
    const say = (key: string) => this.texts.sayIn(side, key);
    return {
      ...{
        title: say('surveys.page.title'),
        other: say('surveys.page.switch-to'),
        optional: say('surveys.page.optional'),
      },
      ...{ send: say('surveys.page.send'), privacy: say('surveys.page.privacy'), stop: say('surveys.page.stop') },
    };
  });
  /** Where the form turns from what is expected to what is found. */
  protected readonly turns = computed(() =>
    sideTurns(this.content().questions).map(
      (side) => side && this.texts.sayIn(this.side(), `surveys.page.sides.${side}`),
    ),
  );
  protected readonly organisation = computed(() => this.session.me()?.organisation.name ?? '');
  protected readonly sides = computed(() =>
    (['en', 'zh'] as const).map((value) => ({ value, label: this.t(`locale.${value}`) })),
  );
  protected readonly langOf = (side: 'en' | 'zh'): string => (side === 'zh' ? 'zh-CN' : 'en');

  constructor() {
    for (const side of ['en', 'zh'] as const) this.texts.needIn(side, 'surveys').catch(() => undefined);
  }

  protected scores({ measure, steps }: Scale): number[] {
    return Array.from({ length: steps }, (_, n) => lowestOf(measure) + n);
  }

  protected highest({ measure, steps }: Scale): number {
    return lowestOf(measure) + steps - 1;
  }
}
