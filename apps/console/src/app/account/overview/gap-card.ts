import { Component, computed, inject, resource } from '@angular/core';
import type { AccountSurveys } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { placeOn, signed } from './gap-plot.js';
import { type AccountReply, ReplyList } from './reply-list.js';

type Dimension = NonNullable<AccountSurveys['gaps']>['dimensions'][number];

/** What they expect of us and how they find us, dimension by dimension, and all that they answered before. */
@Component({
  selector: 'fc-gap-card',
  imports: [Load, Ready, ReplyList, Shape, Skeleton],
  templateUrl: './gap-card.html',
  styleUrl: './gap-card.css',
})
export class GapCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(AccountClient);
  private readonly file = inject(AccountFile);

  protected readonly surveys = kept(
    resource({
      params: () => ({ id: this.file.id(), version: this.file.version() }),
      loader: ({ params: { id } }) => this.client.surveys(id),
    }),
  );
  /** One comment stands with the gaps; the rest is told of each reply. */
  protected readonly latest = computed(() => this.surveys.value()?.replies[0]);

  protected readonly signed = signed;
  protected readonly placeOn = placeOn;

  protected whose({ at, person }: { at: string; person: AccountReply['person'] }): string {
    const when = this.format.date(at);
    return person ? this.t('account.gaps.by', { name: this.nameOf(person), when }) : when;
  }

  protected standing({ gap }: Dimension): 'short' | 'met' | 'above' {
    if (gap === 0) return 'met';
    return gap < 0 ? 'short' : 'above';
  }
}
