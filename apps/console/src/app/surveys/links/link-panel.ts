import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OpenSurveyLink } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Panel } from '../../ui/panel/panel.js';
import { State } from '../../ui/state/state.js';
import { standingOf } from './link-stands.js';
import { LinkReplies } from './link-replies.js';
import { pictureOf } from './links-client.js';
import { LinkShown } from './link-shown.js';

/** One standing link: its address and QR code to hand out, and what came in by it. */
@Component({
  selector: 'fc-survey-link-panel',
  imports: [LinkReplies, LinkShown, Panel, RouterLink, State],
  template: `
    <fc-panel [heading]="link().name" (closed)="closed.emit()">
      <div class="body">
        <fc-state [state]="standing() === 'good' ? 'usual' : 'none'" [label]="standingText()" />
        <fc-link-shown
          [url]="link().url"
          [picture]="picture()"
          [label]="t('survey-links.address')"
          [pictureText]="t('survey-links.qr-of', { name: link().name })"
        />
        <dl class="facts">
          <dt>{{ t('survey-links.department') }}</dt>
          <dd>{{ nameOf(link().department) }}</dd>
          <dt>{{ t('survey-links.form') }}</dt>
          <dd>
            <a [routerLink]="['/surveys', link().form.id]">{{
              said({ en: link().form.nameEn, zh: link().form.nameZh })
            }}</a>
          </dd>
          <dt>{{ t('survey-links.ends-on') }}</dt>
          <dd>{{ format.day(link().endsOn) }}</dd>
          <dt>{{ t('survey-links.answers-90') }}</dt>
          <dd>{{ format.count(link().answers) }}</dd>
        </dl>
        <p class="small quiet">{{ t('survey-links.apart') }}</p>
        @if (link().answers > 0) {
          <fc-link-replies [linkId]="link().id" />
        }
        <div class="row wrap">
          <a class="button" [routerLink]="['/surveys/links', link().id, 'print']">{{ t('survey-links.to-print') }}</a>
          @if (maySwitch()) {
            <button type="button" class="button" (click)="switched.emit()">
              {{ t(link().isOff ? 'survey-links.switch-on' : 'survey-links.switch-off') }}
            </button>
          }
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
export class LinkPanel {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly session = inject(Session);
  readonly link = input.required<OpenSurveyLink>();
  readonly closed = output();
  readonly switched = output();

  protected readonly picture = computed(() => pictureOf(this.link().id));
  protected readonly standing = computed(() => standingOf(this.link(), this.format.today()));
  protected readonly standingText = computed(() => this.t(`survey-links.standing.${this.standing()}`));
  protected readonly maySwitch = computed(
    () =>
      this.session.hasRole('executive') ||
      (this.session.me()?.grants.some(({ role, unitId }) => role === 'head' && unitId === this.link().department.id) ??
        false),
  );
}
