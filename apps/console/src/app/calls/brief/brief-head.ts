import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallOfMyDay } from '@forecall/contracts';
import { shownHealth } from '@forecall/domain';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { Glyph, type StateName } from '../../ui/state/glyph.js';
import { CallDay } from '../call-day.js';
import { CallFile } from './call-file.js';

const states: Readonly<Record<string, StateName>> = { 'at-risk': 'alarm', watch: 'watch', good: 'usual' };

/** Whom one calls: account, person, number, and how they are. */
@Component({
  selector: 'fc-brief-head',
  imports: [Glyph, Icon, RouterLink],
  template: `
    <h2>
      <a [routerLink]="['/accounts', call().account.id]">{{ nameOf(call().account) }}</a>
    </h2>
    <div class="who">
      @if (call().person; as person) {
        <span>{{ person.position ? nameOf(person) + t('calls.comma') + person.position : nameOf(person) }}</span>
        @for (phone of person.phones; track phone) {
          <a class="phone" [href]="'tel:' + phone">{{ phone }}</a>
        } @empty {
          <span class="quiet">{{ t('calls.no-phone') }}</span>
        }
      } @else {
        <span class="quiet">{{ t('calls.no-person') }}</span>
      }
      @if (day.timeThere(call()); as time) {
        <span class="quiet">{{ t('calls.time-there', { time, zone: day.zoneName(call().zone ?? '') }) }}</span>
      }
    </div>
    <div class="pills">
      @if (call().account.careClass; as careClass) {
        <span class="pill accent">{{ t('desk.class.' + careClass) }}</span>
      }
      @if (call().tier; as tier) {
        <span class="pill">{{ t('calls.tier', { tier }) }}</span>
      }
      @if (health(); as pill) {
        <span [class]="pill.kind" [style.--fc-ground]="pill.ground">
          <fc-glyph [state]="pill.state" />{{ pill.text }}
        </span>
      }
      @if (call().person?.temperament; as type) {
        <span class="pill"><fc-icon name="person" />{{ t('temperament.type.' + type) }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
    }
    h2 {
      font-size: 22px;
      line-height: 28px;
    }
    h2 a {
      color: inherit;
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      color: var(--fc-text-2);
    }
    .phone {
      color: var(--fc-text);
      font-weight: var(--fc-weight-strong);
    }
    .pills {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 6px;
      --glyph-size: 12px;
      --icon-size: 12px;
    }
  `,
})
export class BriefHead {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly day = inject(CallDay);
  private readonly file = inject(CallFile);
  readonly call = input.required<CallOfMyDay>();

  protected readonly health = computed(() => {
    const { health: inList, band: bandInList } = this.call();
    const read = this.file.health.hasValue() ? this.file.health.value() : undefined;
    const health = read?.health ?? inList;
    const band = read?.band ?? bandInList;
    if (health === null || band === null) return null;
    const state = states[band] ?? 'none';
    const now = shownHealth(health);
    const before = this.file.healthBefore();
    const was = before === undefined ? now : shownHealth(before);
    const kind = state === 'usual' ? '' : state;
    const ground = kind ? `var(--fc-${kind}-soft)` : 'var(--fc-neutral-soft)';
    return {
      state,
      kind: `pill ${kind}`,
      ground,
      text: was === now ? this.t('calls.health', { now }) : this.t('calls.health-was', { now, was }),
    };
  });
}
