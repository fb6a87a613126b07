import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Me } from '@forecall/contracts';
import { problemOf } from '../platform/http/problem-error.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { PageLoad } from '../platform/page/page-load.js';
import { Session } from '../platform/session/session.js';
import { Empty } from '../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { EntryFrame } from './entry-frame.js';
import { FirstRunForm } from './first-run-form.js';
import { LinkClient } from './link-client.js';
import { PasswordForm } from './password-form.js';

/** Where a one-time link leads: an invitation, a reset, or the first start of a new installation. */
@Component({
  selector: 'fc-link-page',
  imports: [Empty, EntryFrame, FirstRunForm, Load, PasswordForm, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './link-page.html',
})
export class LinkPage {
  protected readonly t = injectTexts();
  private readonly client = inject(LinkClient);
  private readonly session = inject(Session);
  private readonly locale = inject(Locale);
  private readonly pageLoad = inject(PageLoad);
  readonly token = input.required<string>();

  protected readonly link = resource({ params: () => this.token(), loader: ({ params }) => this.client.read(params) });
  private readonly purpose = computed(() => (this.link.hasValue() ? this.link.value().purpose : 'any'));
  protected readonly heading = computed(() => this.t(`link.${this.purpose()}.heading`));
  protected readonly lead = computed(() => {
    const name = this.link.hasValue() ? this.link.value().name : null;
    return this.t(`link.${this.purpose()}.lead`, { name: name ?? '' });
  });
  /** Used, replaced, expired or never given: for the person at the screen all the same. */
  protected readonly isDead = computed(() => this.link.status() === 'error' && isDeadLink(this.link.error()));

  /** Someone else may be signed in on this browser; a whole load leaves nothing of theirs. */
  protected async begin(me: Me): Promise<void> {
    const chosen = this.locale.chosen();
    await this.session.accept(me);
    // Who switched the language here wants it from now on, whatever was kept for them.
    if (chosen !== null && chosen !== me.locale) await this.session.chooseLocale(chosen).catch(() => undefined);
    this.pageLoad.goTo(this.purpose() === 'first-run' ? '/set-up' : '/');
  }
}

const isDeadLink = (error: unknown): boolean => {
  const { status, code } = problemOf(error);
  return status === 404 || status === 410 || code.startsWith('link-');
};
