import { Component, computed, inject, input, output } from '@angular/core';
import type { HandedLink } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ShownOnce } from '../ui/once/shown-once.js';
import { Panel } from '../ui/panel/panel.js';

/** A one-time link to hand over, shown this once. */
@Component({
  selector: 'fc-handed-link',
  imports: [Panel, ShownOnce],
  template: `
    <fc-panel [heading]="t('users.link.' + link().purpose, { name: name() })" (closed)="closed.emit()">
      <div class="body">
        <p>{{ t('users.link.hand-over', { name: name() }) }}</p>
        <fc-shown-once [label]="t('users.link.label')" [value]="link().address" [note]="note()" />
        <div>
          <button type="button" class="button" (click)="closed.emit()">{{ t('users.link.done') }}</button>
        </div>
      </div>
    </fc-panel>
  `,
  styles: `
    .body {
      display: grid;
      gap: 14px;
      padding: 14px;
    }
  `,
})
export class HandedLinkPanel {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly link = input.required<HandedLink>();
  readonly name = input.required<string>();
  readonly closed = output();
  protected readonly note = computed(() =>
    this.t('users.link.note', { until: this.format.dateTime(this.link().expiresAt) }),
  );
}
