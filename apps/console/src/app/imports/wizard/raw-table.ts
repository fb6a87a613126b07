import { Component, computed, inject, input, resource } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { ImportsClient } from '../imports-client.js';
import { Looks } from '../looks.js';

const shownRows = 12;

/** Says nothing of the rows but that they are there. */
const anyRow = {
  ...{ name: 'look', title: 'look', source: 'look', zone: 'UTC', unit: { department: '-', team: '-' } },
  contact: { startedAt: { at: '2000-01-01T00:00' }, channel: 'phone', outcome: 'handled' },
  attributes: { others: 'leave' },
};

/** The first rows as the file is read. */
@Component({
  selector: 'fc-raw-table',
  imports: [Load, Ready],
  template: `
    <section class="card" [attr.aria-label]="t('imports.first-rows')">
      <header class="card-head">
        <h2>{{ t('imports.first-rows') }}</h2>
      </header>
      <fc-load [of]="read" [failed]="t('imports.form.failed')">
        <ng-template fcReady>
          @for (fault of read.value()?.faults; track fault) {
            <p class="card-body" role="alert" lang="en">{{ fault }}</p>
          }
          <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('imports.first-rows')">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col" class="number">{{ t('imports.row') }}</th>
                  @for (name of read.value()?.columns; track $index) {
                    <th scope="col">{{ name }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of rows(); track row.line) {
                  <tr>
                    <td class="number faint">{{ row.line }}</td>
                    @for (cell of row.cells; track $index) {
                      <td class="nowrap">{{ cell }}</td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </ng-template>
      </fc-load>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class RawTable {
  protected readonly t = injectTexts();
  private readonly client = inject(ImportsClient);
  private readonly looks = inject(Looks);
  readonly batchId = input.required<string>();
  readonly file = input.required<unknown>();
  private readonly asked = computed(() => ({ id: this.batchId(), file: this.file() }), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly read = kept(
    resource({
      params: this.asked,
      loader: ({ params, abortSignal }) =>
        this.looks.next(abortSignal, () => this.client.preview(params.id, { ...anyRow, file: params.file })),
    }),
  );
  protected readonly rows = computed(() => this.read.value()?.rows.slice(0, shownRows) ?? []);
}
