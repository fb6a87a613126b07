import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, model } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { Option } from './segment.js';

/** One filter of a list: "name value" on a chip that opens the choices. Put several in a `.row`. */
@Component({
  selector: 'fc-filter',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  template: `
    <button type="button" class="button chip" [cdkMenuTriggerFor]="choices">
      <span class="faint">{{ name() }}</span>
      <b>{{ chosen() }}</b>
      <fc-icon name="down" />
    </button>
    <ng-template #choices>
      <div class="menu" cdkMenu>
        @for (option of options(); track option.value) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="option.value === value()"
            (cdkMenuItemTriggered)="value.set(option.value)"
          >
            <span class="grow">{{ option.label }}</span>
            @if (option.value === value()) {
              <fc-icon name="check" />
            }
          </button>
        }
      </div>
    </ng-template>
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
export class Filter<T extends string> {
  readonly name = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = model.required<T>();
  protected readonly chosen = computed(() => this.options().find((one) => one.value === this.value())?.label ?? '');
}
