import { Component, computed, inject, input, resource } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { listPages } from '../../ui/table/list-pages.js';
import { LinksClient } from './links-client.js';

/** What came in by a standing link: each question with what was answered how often, then the words one by one. */
@Component({
  selector: 'fc-link-replies',
  imports: [Load, Ready, Shape, Skeleton],
  templateUrl: './link-replies.html',
  styleUrl: './link-replies.css',
})
export class LinkReplies {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(LinksClient);
  readonly linkId = input.required<string>();

  protected readonly found = kept(
    resource({ params: this.linkId, loader: ({ params }) => this.client.replies(params) }),
  );
  /** Words are read one by one below. */
  protected readonly counted = computed(() =>
    (this.found.value()?.questions ?? []).filter(({ counts }) => counts.length > 0),
  );
  private readonly query = computed(() => ({ id: this.linkId(), limit: 10 }));
  protected readonly pages = listPages(this.query, ({ id, ...query }) =>
    this.client.words(id, query).then(({ replies, next }) => ({ rows: replies, next })),
  );
  protected readonly words = this.pages.rows;
}
