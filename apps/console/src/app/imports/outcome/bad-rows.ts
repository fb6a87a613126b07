import { Component, computed, inject, input } from '@angular/core';
import type { ImportFault } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { Icon } from '../../ui/icon/icon.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../../ui/table/table.js';
import { injectFaultText } from '../fault-text.js';
import { ImportsClient } from '../imports-client.js';

interface BadCell extends ImportFault {
  readonly id: string;
  readonly line: number;
}

/** The rows that were refused: where, what stands there and why, to be downloaded and mended. */
@Component({
  selector: 'fc-bad-rows',
  imports: [Cell, Icon, Load, Ready, Table],
  template: `
    <div class="row between wrap head">
      <h3>{{ t('imports.bad-rows') }}</h3>
      <a class="button small" download [href]="address()"
        ><fc-icon name="download" />{{ t('imports.bad-rows-download') }}</a
      >
    </div>
    <p class="small quiet note">{{ t('imports.bad-rows-note') }}</p>
    <fc-load [of]="pages.first" [failed]="t('imports.bad-rows-failed')">
      <ng-template fcReady>
        <fc-table
          [label]="t('imports.bad-rows')"
          [columns]="columns()"
          [rows]="cells()"
          [rowId]="idOf"
          [hasMore]="pages.hasMore()"
          (more)="pages.more()"
        >
          <ng-template fcCell="value" [fcCellOf]="cells()" let-one>
            <code>{{ one.value }}</code>
          </ng-template>
          <ng-template fcCell="why" [fcCellOf]="cells()" let-one>
            {{ faultText(one) }}
          </ng-template>
        </fc-table>
      </ng-template>
    </fc-load>
  `,
  styles: `
    .head,
    .note {
      padding: 4px 14px;
    }
    code {
      font-family: var(--fc-font-mono);
      overflow-wrap: anywhere;
    }
  `,
})
export class BadRows {
  protected readonly t = injectTexts();
  protected readonly faultText = injectFaultText();
  private readonly client = inject(ImportsClient);
  readonly batchId = input.required<string>();
  /** Counts the refused rows: it changes when they do. */
  readonly count = input.required<number>();

  private readonly query = computed(() => ({ id: this.batchId(), count: this.count() }));
  protected readonly pages = listPages(this.query, ({ id, count: _, ...after }: { id: string; count: number }) =>
    this.client.badRows(id, after),
  );
  protected readonly address = computed(() => this.client.badRowsAddress(this.batchId()));
  protected readonly cells = computed((): BadCell[] =>
    this.pages.rows().flatMap(({ line, faults }) => faults.map((fault, n) => ({ ...fault, line, id: `${line}.${n}` }))),
  );
  protected readonly columns = computed((): Column<BadCell>[] => [
    { id: 'line', label: this.t('imports.row'), text: ({ line }) => String(line), isTight: true },
    { id: 'column', label: this.t('imports.column'), text: ({ column }) => column ?? this.t('imports.whole-row') },
    { id: 'value', label: this.t('imports.value') },
    { id: 'why', label: this.t('imports.why') },
  ]);
  protected readonly idOf = ({ id }: BadCell): string => id;
}
