import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Icon } from '../ui/icon/icon.js';
import type { ListPage } from './lists-client.js';

const formats = ['csv', 'xlsx'] as const;

/** What the list shows, as a file; for those who may take it away. */
@Component({
  selector: 'fc-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    @if (mayExport()) {
      <button type="button" class="button chip" [cdkMenuTriggerFor]="kinds">
        <fc-icon name="download" />
        {{ t('lists.export.label') }}
      </button>
      <ng-template #kinds>
        <div class="menu" cdkMenu>
          @for (format of formats; track format) {
            <a class="menu-item" cdkMenuItem download [href]="address()[format]">{{ t('lists.export.' + format) }}</a>
          }
          <p class="menu-title">{{ t('lists.export.note') }}</p>
        </div>
      </ng-template>
    }
  `,
  styles: `
    .chip {
      height: 28px;
      gap: 6px;
      padding: 0 8px;
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-normal);
    }
    @media (max-width: 640px) {
      .chip {
        height: 36px;
      }
    }
  `,
})
export class ExportMenu {
  protected readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  private readonly session = inject(Session);
  protected readonly formats = formats;
  readonly page = input.required<ListPage>();
  readonly query = input.required<Readonly<Record<string, string>>>();
  protected readonly mayExport = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));
  protected readonly address = computed(() => {
    const { sort: _sort, ...filters } = this.query();
    const of = (format: string) =>
      `/api/${this.page()}/export?${new URLSearchParams({ ...filters, locale: this.locale(), format }).toString()}`;
    return { csv: of('csv'), xlsx: of('xlsx') };
  });
}
