import { Component, computed, inject, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type TimeLineEntry, type TimeLineKind, timeLineKinds } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import { Entry, TimeLine } from '../../ui/course/time-line.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { listPages } from '../../ui/table/list-pages.js';
import { AccountClient, type TimeLineOf } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { injectEntryWords } from './entry-words.js';

const pageSize = 30;

/** Everything that happened with the account, the newest on top, of one kind or of all. */
@Component({
  selector: 'fc-line-card',
  imports: [Entry, Filter, Load, Ready, RouterLink, Shape, Skeleton, TimeLine],
  templateUrl: './line-card.html',
  styleUrl: './line-card.css',
})
export class LineCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = injectEntryWords();
  private readonly client = inject(AccountClient);
  private readonly session = inject(Session);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);

  protected readonly kind = signal<TimeLineKind | 'all'>('all');
  protected readonly kinds = computed(() => {
    const inside = new Set<string>(this.file.inside() ? [] : ['call', 'class', 'care', 'dossier']);
    return (['all', ...timeLineKinds] as const)
      .filter((value) => !inside.has(value))
      .map((value) => ({ value, label: this.t(`account.line.kind.${value}`) }));
  });
  protected readonly pages = listPages(
    computed((): TimeLineOf & { version: number } => {
      const kind = this.kind();
      const of = { accountId: this.file.id(), limit: pageSize, version: this.file.version() };
      return kind === 'all' ? of : { ...of, kind };
    }),
    async ({ version: _version, ...of }) => {
      const { entries, next } = await this.client.timeLine(of);
      return { rows: entries, next };
    },
  );
  /** Contacts have a page for those who log them. */
  protected readonly mayOpen = computed(() => this.session.hasRole('rep', 'supervisor', 'head'));
  protected keyOf = ({ kind, id, what, at, isOver }: TimeLineEntry): string => `${kind} ${id} ${what} ${at} ${isOver}`;

  /** Where the thing itself stands. */
  protected linkOf({ kind, id, contactId }: TimeLineEntry): { page: string; query?: Params } | null {
    if (kind === 'training') return { page: `/accounts/${this.file.id()}/training` };
    if (!this.mayOpen()) return null;
    if (kind === 'promise') return { page: '/promises', query: { promise: id } };
    if (kind !== 'call') return null;
    return contactId === null
      ? { page: '/calls' }
      : { page: '/contacts', query: { accountId: this.file.id(), contact: contactId } };
  }

  protected more(): void {
    void this.faults.heed(this.pages.more());
  }
}
