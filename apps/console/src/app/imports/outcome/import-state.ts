import { Component, computed, input } from '@angular/core';
import type { ImportBatch, ImportState as StateOfImport } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { isNothingNew } from './nothing-new.js';

const glyphs: Partial<Record<StateOfImport, StateName>> = {
  received: 'watch',
  checked: 'watch',
  done: 'usual',
  failed: 'alarm',
  undone: 'none',
  cancelled: 'none',
};

/** How far an import has come, as glyph and word. */
@Component({
  selector: 'fc-import-state',
  imports: [Icon, State],
  template: `
    @if (glyph(); as state) {
      <fc-state [state]="state" [label]="t('imports.state.' + word())" />
    } @else {
      <span class="row small quiet nowrap"><fc-icon name="refresh" />{{ t('imports.state.' + batch().state) }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      vertical-align: middle;
    }
  `,
})
export class ImportState {
  protected readonly t = injectTexts();
  readonly batch = input.required<ImportBatch>();
  protected readonly word = computed(() => (isNothingNew(this.batch()) ? 'nothing-new' : this.batch().state));
  protected readonly glyph = computed(() => (isNothingNew(this.batch()) ? 'none' : glyphs[this.batch().state]));
}
