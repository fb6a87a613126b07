import { Component, inject, input } from '@angular/core';
import { version } from '../../../package.json';
import { Locale, localeNames } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Segment } from '../ui/choice/segment.js';
import { BrandMark } from '../ui/icon/brand-mark.js';

/** What stands around the pages one sees before signing in. */
@Component({
  selector: 'fc-entry-frame',
  imports: [BrandMark, Segment],
  template: `
    <header>
      <span class="brand"><fc-brand-mark />Forecall</span>
      <fc-segment
        [label]="t('you.language')"
        [options]="languages"
        [lang]="itself"
        [value]="locale.name()"
        (valueChange)="locale.choose($event)"
      />
    </header>
    <main>
      <div>
        <h1>{{ heading() }}</h1>
        <p class="lead">{{ lead() }}</p>
      </div>
      <ng-content />
    </main>
    <footer class="small">Forecall {{ version }}</footer>
  `,
  styleUrl: './entry-frame.css',
})
export class EntryFrame {
  protected readonly t = injectTexts();
  protected readonly locale = inject(Locale);
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  protected readonly version = version;
  protected readonly languages = localeNames.map((value) => ({ value, label: this.t(`locale.${value}`) }));
  protected readonly itself = (name: string): string => name;
}
