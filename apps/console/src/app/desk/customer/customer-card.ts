import { Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { CallerTemperament } from '../../temperament/index.js';
import { Icon } from '../../ui/icon/icon.js';
import type { Customer } from './customer.js';

/** Who one speaks with, in brief. */
@Component({
  selector: 'fc-customer-card',
  imports: [CallerTemperament, Icon, RouterLink],
  template: `
    <div class="row">
      <h2 #heading tabindex="-1">{{ name() }}</h2>
      <button type="button" class="button icon push-end" [attr.aria-label]="t('desk.remove')" (click)="remove.emit()">
        <fc-icon name="close" />
      </button>
    </div>
    @if (customer().person; as person) {
      <p class="quiet">
        {{ person.position ? person.position + t('ui.list-comma') : ''
        }}<a [routerLink]="['/accounts', customer().accountId]">{{ nameOf(customer().account) }}</a>
      </p>
    } @else {
      <p>
        <a [routerLink]="['/accounts', customer().accountId]">{{ t('desk.to-account') }}</a>
      </p>
    }
    @if (customer().account.careClass; as care) {
      <p>
        <span class="pill accent"><fc-icon name="star" />{{ t('desk.class.' + care) }}</span>
      </p>
      <p class="small quiet">{{ t('desk.strategy.' + care) }}</p>
    }
    @if (customer().personId; as personId) {
      <fc-caller-temperament [personId]="personId" />
    }
    <dl class="facts">
      <dt>{{ t('desk.number') }}</dt>
      <dd>{{ customer().account.number }}</dd>
      @if (customer().account.repInCare; as rep) {
        <dt>{{ t('desk.in-care') }}</dt>
        <dd>{{ rep.name }}</dd>
      }
      @for (phone of customer().person?.phones ?? []; track phone) {
        <dt>{{ t('desk.phone') }}</dt>
        <dd>{{ phone }}</dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    h2 {
      font-size: 20px;
      line-height: 26px;
      letter-spacing: -0.01em;
    }
    .pill fc-icon {
      width: 12px;
    }
  `,
})
export class CustomerCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  readonly customer = input.required<Customer>();
  readonly remove = output();
  protected readonly name = computed(() => this.nameOf(this.customer().person ?? this.customer().account));

  focus(): void {
    this.heading().nativeElement.focus();
  }
}
